// Installs what the workspace needs, once: again only when package-lock.json has changed since.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { buildEnvironment, run } from './run.js';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stamp = join(root, 'node_modules', '.cache', 'projecta-setup');

function fingerprint() {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .update(process.version)
    .digest('hex');
}

/** Installs unless node_modules already match the lock file; answers the exit code. */
export async function setup() {
  const [major] = process.versions.node.split('.').map(Number);
  if (major < 20) {
    console.error(`Project A needs Node 20 or newer; this is ${process.version}. Install a newer Node and try again.`);
    return 1;
  }
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint()) return 0;
  console.log('Installing packages …');
  const code = await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { env: buildEnvironment(), cwd: root });
  if (code !== 0) {
    console.error('npm ci failed; its messages are above. Check the network to the package registry and try again.');
    return code;
  }
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, fingerprint());
  return 0;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) process.exit(await setup());
