// `npm test`: installs what it needs, runs every project's tests, and sums them.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from './run.js';
import { setup } from './setup.js';
import { sumTests } from './sum-tests.js';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const installed = await setup();
if (installed !== 0) process.exit(installed);

const nx = join(root, 'node_modules', 'nx', 'dist', 'bin', 'nx.js');
const code = await run(process.execPath, [nx, 'run-many', '-t', 'test', '--outputStyle=static'], {
  env: { NX_DAEMON: 'false' },
  cwd: root,
});
const { passed, failed, skipped } = sumTests(join(root, 'coverage'));
console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exit(code !== 0 || failed > 0 || passed === 0 ? 1 : 0);
