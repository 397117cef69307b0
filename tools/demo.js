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
const projecta = (...words) => run(process.execPath, [join(root, 'apps', 'cli', 'bin', 'projecta.js'), ...words], { cwd: root });

// stored as a data set, so that `npm start` has the candles of the run's chart
const added = await projecta('data', 'add', candles, '--symbol', 'SPX');
if (added !== 0) process.exit(added);
console.log('\nBacktesting a dual SMA on the S&P 500, 2000 to 2020 (daily bars from the vega-datasets package) …\n');
const ran = await projecta('run', join(root, 'tools', 'demo', 'sp500.json'));
if (ran === 0) console.log('\nTo look at it in the studio: npm start, then http://127.0.0.1:8000/#/runs');
process.exit(ran);
