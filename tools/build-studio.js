// Bundles the studio where its page is missing or older than what it is made from: vite takes some seconds.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from './run.js';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const studio = join(root, 'apps', 'studio');

/** Answers the exit code. The libraries have been compiled. */
export function buildStudio() {
  const page = join(studio, 'dist', 'index.html');
  if (existsSync(page) && changedAt(page) > Math.max(...sources().map(changedAt))) return 0;
  const vite = join(dirname(createRequire(join(studio, 'package.json')).resolve('vite/package.json')), 'bin', 'vite.js');
  return run(process.execPath, [vite, 'build', '--logLevel', 'warn'], { cwd: studio });
}

/** The studio's own files, and one a library that every compilation of it writes. */
function sources() {
  const own = readdirSync(join(studio, 'src'), { recursive: true }).map((file) => join(studio, 'src', file));
  const libraries = readdirSync(join(root, 'libs')).map((library) => join(root, 'libs', library, 'dist', '.tsbuildinfo'));
  return [...own, join(studio, 'index.html'), join(studio, 'vite.config.js'), ...libraries].filter(existsSync);
}

function changedAt(file) {
  return statSync(file).mtimeMs;
}
