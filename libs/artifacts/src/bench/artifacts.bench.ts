import { runBacktest, runSweep } from '@projecta/engine';
import { sha256Stream } from '@projecta/hashing/node';
import { renderEquitySvg, renderReport, renderSweepReport } from '@projecta/report';
import { benchRatios, plainSum, printBench } from '@projecta/testing';
import { buildArtifacts } from '../build-artifacts.js';
import { buildSweepArtifacts } from '../build-sweep-artifacts.js';
import { contentSha256 } from '../content-sha256.js';
import { arrowFile } from '../formats/arrow-file.js';
import { tableCsv } from '../formats/table-csv.js';
import { deltaInt64 } from '../parquet/delta-int64.js';
import { parquetBytes } from '../parquet/parquet-bytes.js';
import { sweepTables } from '../sweep-tables.js';
import { tablesOf } from '../tables-of.js';

const result = await runBacktest({
  config: {
    symbol: 'TEST',
    timeframe: '1m',
    start: Date.UTC(2022, 0, 1),
    end: Date.UTC(2022, 0, 1) + 1_000_000 * 60_000,
    strategy: { name: 'dual_sma', params: { fast: 50, slow: 200 } },
  },
});
const tables = tablesOf(result);
const equity = tables[0]!;
const n = equity.rows;
const cells = (all: typeof tables): number => all.reduce((sum, { rows, columns }) => sum + rows * columns.length, 0);
const { ts } = result.equity;
const { close } = result.candles;
const noise = { name: 'noise', rows: n, columns: [{ name: 'x', kind: 'number' as const, values: close }] };

printBench(
  'artifacts of 1,000,000 bars (values are table cells; the floor sums one column)',
  benchRatios(
    [
      { name: 'plain sum', run: () => plainSum(close), per: n },
      { name: 'a column that changes on every bar, to Parquet', run: () => parquetBytes(noise), per: n },
      { name: 'an even time axis, encoded', run: () => deltaInt64(ts), per: n },
      { name: 'equity to Parquet', run: () => parquetBytes(equity), per: n * 6 },
      { name: 'equity to Arrow', run: () => arrowFile(equity), per: n * 6 },
      { name: 'content_sha256 of equity', run: () => contentSha256(equity, sha256Stream), per: n * 6 },
      { name: 'report.html and equity.svg', run: () => renderReport(result).length + renderEquitySvg(result).length, per: cells(tables) },
      { name: 'buildArtifacts, all files', run: () => buildArtifacts(result, { hash: sha256Stream }), per: cells(tables) },
      { name: 'equity to CSV', run: () => [...tableCsv(equity)].length, per: n * 6 },
    ],
    { rounds: 7 },
  ),
);

const sweep = await runSweep({
  sweep: {
    base: { symbol: 'TEST', timeframe: '1d', start: '2023-01-01', end: '2024-01-01', strategy: { name: 'dual_sma' } },
    grid: { fast: '2:51:1', slow: '60:159:1' },
  },
});
const trials = sweepTables(sweep)[0]!;
const { sharpe } = sweep.trials.metrics;

printBench(
  `artifacts of a sweep of ${trials.rows} trials (values are table cells)`,
  benchRatios(
    [
      { name: 'plain sum', run: () => plainSum(sharpe), per: trials.rows },
      { name: 'sweep.parquet', run: () => parquetBytes(trials), per: cells([trials]) },
      { name: 'report.html', run: () => renderSweepReport(sweep).length, per: cells([trials]) },
      { name: 'buildSweepArtifacts, all files', run: () => buildSweepArtifacts(sweep, { hash: sha256Stream }), per: cells([trials]) },
    ],
    { rounds: 7 },
  ),
);
