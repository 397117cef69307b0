// `npm run demo`: from a fresh clone to a report on twenty years of the S&P 500.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from './build.js';
import { run } from './run.js';
import { setup } from './setup.js';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const installed = await setup();
if (installed !== 0) process.exit(installed);

console.log('Building …');
const built = await build();
if (built !== 0) {
  console.error('The build failed. `npm run build` shows why.');
  process.exit(built);
}

const candles = join(root, 'node_modules', 'vega-datasets', 'data', 'sp500-2000.csv');
if (!existsSync(candles)) {
  console.error(`${candles} is missing; delete node_modules and run this again.`);
  process.exit(1);
}
console.log('Backtesting a dual SMA on the S&P 500, 2000 to 2020 (daily bars from the vega-datasets package) …\n');
const projecta = join(root, 'apps', 'cli', 'bin', 'projecta.js');
process.exit(await run(process.execPath, [projecta, 'run', join(root, 'tools', 'demo', 'sp500.json'), '--data', candles], { cwd: root }));
