import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { computeOnSeries } from './testing/compute-on.twin.js';
import { columnFrom, expectClose } from './testing/expect-close.twin.js';
import { randomSeries, RUNS } from './testing/random-candles.twin.js';
import { roc } from './roc.js';

test('of a rise from 4 to 5 is 25 percent', () => {
  expect([...computeOnSeries(roc, [4, 8, 5, 4], { window: 2 }).roc]).toEqual([NaN, NaN, 25, -50]);
});

test('of a constant is 0, and 0 where the base is 0', () => {
  expect([...computeOnSeries(roc, [0.1, 0.1, 0, 5], { window: 1 }).roc]).toEqual([NaN, 0, -100, 0]);
});

test('is 100·(x/x[window] − 1)', () => {
  fc.assert(
    fc.property(randomSeries(), fc.integer({ min: 1, max: 20 }), (series, window) => {
      const naive = columnFrom(series.length, window, (t) => 100 * (series[t]! / series[t - window]! - 1));
      expectClose(computeOnSeries(roc, series, { window }).roc, naive, { scale: 1 });
    }),
    RUNS,
  );
});
