// `npm start`: builds what is not built, then serves; `npm start -- --port 9000` hands its words on to `projecta serve`.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from './build.js';
import { setup } from './setup.js';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const isInstalled = existsSync(join(root, 'node_modules', 'typescript'));
const installed = isInstalled ? 0 : await setup();
if (installed !== 0) process.exit(installed);

const built = await build();
if (built !== 0) {
  console.error('The build failed; its messages are above.');
  process.exit(built);
}
// npm ends its shell on SIGTERM, and not what runs in it: who is left without a parent then ends as if told so
if (process.env.npm_lifecycle_event) {
  const parent = process.ppid;
  const looking = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(looking);
    process.kill(process.pid, 'SIGTERM');
  }, 250);
  looking.unref();
}
// in this process, so that signals reach the server itself
const { main } = await import(pathToFileURL(join(root, 'apps', 'cli', 'dist', 'main.js')).href);
await main(['serve', ...process.argv.slice(2)]);
