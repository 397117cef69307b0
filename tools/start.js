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
// in this process, so that signals reach the server itself
const { main } = await import(pathToFileURL(join(root, 'apps', 'cli', 'dist', 'main.js')).href);
await main(['serve', ...process.argv.slice(2)]);
