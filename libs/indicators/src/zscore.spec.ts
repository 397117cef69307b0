import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { computeOnSeries } from './testing/compute-on.twin.js';
import { exactMeanOf, exactVarianceOf } from './testing/exact-rational.twin.js';
import { columnFrom, expectClose, windowAt } from './testing/expect-close.twin.js';
import { randomSeries, RUNS } from './testing/random-candles.twin.js';
import { zscore } from './zscore.js';

test('of 1 3 with window 2 is 1, one population deviation above the mean', () => {
  expect([...computeOnSeries(zscore, [1, 3, 1], { window: 2 }).zscore]).toEqual([NaN, 1, -1]);
});

test('D7: is 0 when the deviation is 0', () => {
  expect(
    computeOnSeries(zscore, [7e8, ...new Array(40).fill(0.1)], { window: 10 })
      .zscore.subarray(10)
      .every((value) => value === 0),
  ).toBe(true);
});

test('is the distance from the mean in population deviations', () => {
  fc.assert(
    fc.property(randomSeries(), fc.integer({ min: 2, max: 30 }), (series, window) => {
      const naive = columnFrom(series.length, window - 1, (t) => {
        const values = windowAt(series, t, window);
        const deviation = Math.sqrt(exactVarianceOf(values, 0));
        return deviation === 0 ? 0 : (series[t]! - exactMeanOf(values)) / deviation;
      });
      expectClose(computeOnSeries(zscore, series, { window }).zscore, naive, { scale: 1 });
    }),
    RUNS,
  );
});
