import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { computeOnSeries } from './testing/compute-on.twin.js';
import { columnFrom } from './testing/expect-close.twin.js';
import { momentum } from './momentum.js';
import { randomSeries, RUNS } from './testing/random-candles.twin.js';

test('of 4 8 5 with window 2 is 1', () => {
  expect([...computeOnSeries(momentum, [4, 8, 5], { window: 2 }).momentum]).toEqual([NaN, NaN, 1]);
});

test('of a constant is 0', () => {
  expect(
    computeOnSeries(momentum, new Array(15).fill(0.1))
      .momentum.subarray(10)
      .every((value) => value === 0),
  ).toBe(true);
});

test('is x − x[window]', () => {
  fc.assert(
    fc.property(randomSeries(), fc.integer({ min: 1, max: 20 }), (series, window) => {
      const naive = columnFrom(series.length, window, (t) => series[t]! - series[t - window]!);
      expect([...computeOnSeries(momentum, series, { window }).momentum]).toEqual(naive);
    }),
    RUNS,
  );
});
