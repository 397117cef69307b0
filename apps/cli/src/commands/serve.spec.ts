import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SAMPLE } from '../testing/configs.js';
import { projecta } from '../testing/projecta.js';
import { type ServingProcess, startServing } from '../testing/serving.js';
import { temporaryFolder, type TemporaryFolder } from '../testing/temporary-folder.js';

const PROGRAM = fileURLToPath(new URL('../../bin/projecta.js', import.meta.url));
let folder: TemporaryFolder;
let server: ServingProcess | undefined;

beforeAll(() => {
  folder = temporaryFolder();
});
afterEach(async () => {
  await server?.end('SIGKILL');
  server = undefined;
});
afterAll(() => folder.remove());

const serve = (...words: string[]): ServingProcess => (server = startServing([PROGRAM, 'serve', ...words], { cwd: folder.path }));
const urlOf = async (one: ServingProcess): Promise<string> => /http:\S+/.exec(await one.line(/ready at http:\S+\n/))![0];
const get = async (url: string): Promise<unknown> => (await fetch(url)).json();

describe('projecta serve', () => {
  test('prints its URL, shows the runs of the command line in its list and chain, and ends with 0', async () => {
    const sample = folder.write('sample.json', JSON.stringify(SAMPLE));
    const run = async (...words: string[]): Promise<string> => {
      const { stdout } = await projecta(['run', sample, '--json', ...words], { cwd: folder.path });
      return (JSON.parse(stdout) as { run_hash: string }).run_hash;
    };
    const before = await run();
    const url = await urlOf(serve('--port', '0', '--workers', '1'));
    expect((await fetch(`${url}/health`)).status).toBe(200);
    const beside = await run('--set', 'seed=8');
    const { items } = (await get(`${url}/runs`)) as { items: { run_hash: string; status: string }[] };
    expect(items.map(({ run_hash, status }) => [run_hash, status])).toEqual([
      [beside, 'completed'],
      [before, 'completed'],
    ]);
    const posted = await fetch(`${url}/runs`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(SAMPLE),
    });
    expect(posted.status).toBe(200); // it is there: nothing is computed again
    expect(await posted.json()).toMatchObject({ run_hash: before, created: false, status: 'completed' });
    const { stdout } = await projecta(['verify', before.slice(0, 12), '--json'], { cwd: folder.path });
    expect(JSON.parse(stdout)).toMatchObject({ ok: true, folder: join(folder.path, '.projecta/runs', before) });
    expect(await server!.end('SIGTERM')).toBe(0);
  });
  test('on a host beside loopback without a token is exit 2 and says what to do', async () => {
    const { code, stderr } = await projecta(['serve', '--host', '0.0.0.0', '--port', '0'], { cwd: folder.path });
    expect([code, stderr]).toEqual([2, expect.stringContaining('PROJECTA_API_TOKEN')]);
  });
  test('on a port that is taken is exit 2 and says so; Ctrl-C ends the one that has it with 0', async () => {
    const url = await urlOf(serve('--port', '0', '--workers', '1'));
    const port = new URL(url).port;
    const { code, stderr } = await projecta(['serve', '--port', port], { cwd: folder.path });
    expect([code, stderr]).toEqual([2, expect.stringContaining(port)]);
    expect(await server!.end('SIGINT')).toBe(0);
  });
});
