// `npm run fuzz`: a server of its own against Schemathesis, which makes its requests from the OpenAPI document. Exits 1 on an answer with
// a status that begins with 5 or that is not as the document says. It needs Python 3 and PyPI, so CI runs the fast-check fuzz spec instead.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { run } from './run.js';

const SCHEMATHESIS = 'schemathesis==4.32.5';
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { values } = parseArgs({
  options: {
    examples: { type: 'string', default: '25' }, // requests an operation and phase, at most
    seed: { type: 'string', default: '1' },
    only: { type: 'string', default: '.' }, // operations whose path has this pattern
    server: { type: 'string', default: join(root, 'apps/api/dist/main.js') },
  },
});

/** Small bounds, so that what is accepted is done at once; no operation waits for the events of a long run. */
const SETTINGS = { PROJECTA_MAX_BARS: '3000', PROJECTA_MAX_TRIALS: '20', PROJECTA_LOG_LEVEL: 'error', PROJECTA_PORT: '0' };

const folder = mkdtempSync(join(tmpdir(), 'projecta-fuzz-'));
process.exitCode = await fuzz(folder).finally(() => rmSync(folder, { recursive: true, force: true }));

async function fuzz(home) {
  const schemathesis = await installed(join(home, 'python'));
  if (schemathesis === undefined) return 1;
  const server = await started(join(home, 'home'));
  try {
    await seeded(server.url, await (await fetch(`${server.url}/openapi.json`)).json());
    const words = ['--max-examples', values.examples, '--seed', values.seed, '--generation-database', 'none', '--warnings', 'off'];
    const chosen = ['--include-path-regex', values.only];
    const limits = ['--max-failures', '50', '--request-timeout', '30', '--workers', '1'];
    const config = ['--config-file', join(root, 'tools/schemathesis.toml')];
    return await run(schemathesis, [...config, 'run', `${server.url}/openapi.json`, ...words, ...chosen, ...limits], { cwd: home });
  } finally {
    await server.stop();
  }
}

/** Schemathesis in an environment that goes with the folder; undefined where it cannot be had. */
async function installed(environment) {
  console.log(`Installing ${SCHEMATHESIS} …`);
  const programs = join(environment, process.platform === 'win32' ? 'Scripts' : 'bin');
  const python = process.platform === 'win32' ? 'python' : 'python3';
  if ((await run(python, ['-m', 'venv', environment])) !== 0) return undefined;
  const code = await run(join(programs, 'pip'), ['install', '--quiet', '--disable-pip-version-check', SCHEMATHESIS]);
  return code === 0 ? join(programs, 'schemathesis') : undefined;
}

/** The built server on a free port. */
async function started(home) {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('PROJECTA_'));
  const env = { ...Object.fromEntries(own), ...SETTINGS, PROJECTA_HOME: home };
  const child = spawn(process.execPath, [values.server], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => child.once('close', resolve));
  const url = await new Promise((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (piece) => {
      said += piece;
      const ready = /ready at (http:\S+)/.exec(said);
      if (ready) resolve(ready[1]);
    });
    child.once('error', reject);
    void ended.then((code) => reject(new Error(`The server ended (${code}). Is it built? npm run build`)));
  });
  const stop = () => {
    child.kill('SIGTERM');
    return ended;
  };
  return { url, stop };
}

/** Submits what the document's examples name, so that their hashes are there. */
async function seeded(url, { paths }) {
  for (const path of ['/runs', '/sweeps', '/presets']) {
    const examples = paths[path]?.post.requestBody.content['application/json'].examples ?? {};
    const [first] = Object.values(examples);
    if (first === undefined) continue;
    const headers = { 'Content-Type': 'application/json', Prefer: 'wait=30' };
    const answer = await fetch(`${url}${path}`, { method: 'POST', headers, body: JSON.stringify(first.value) });
    if (!answer.ok) throw new Error(`POST ${path} answered ${answer.status}: ${await answer.text()}`);
  }
}
