import { expect, test } from '@jest/globals';
import { optionalColumn, type SweepSummary, textColumn } from '@projecta/artifacts';
import { ownCounts } from './own-counts.js';

const summary = { bars: 5, best: { metrics: { periods_per_year: 256 } } } as unknown as SweepSummary;
const counts = (hashes: readonly string[], sharpes: readonly number[]) => {
  const columns = [textColumn('run_hash', hashes), optionalColumn('sharpe', Float64Array.from(sharpes))];
  return ownCounts({ name: 'sweep', columns, rows: hashes.length }, summary);
};

test('the own tries of a sweep are its distinct runs, their Sharpe ratios per bar', () => {
  expect(counts(['a', 'b', 'a', 'c', 'd'], [16, 32, 16, NaN, 48])).toEqual({ trials: 4, with_sharpe: 3, variance: 1, dispersion: 4 });
  expect(counts(['a', 'a'], [16, 16])).toEqual({ trials: 1, with_sharpe: 1, variance: null, dispersion: null });
  expect(counts(['a'], [NaN])).toEqual({ trials: 1, with_sharpe: 0, variance: null, dispersion: null });
});
