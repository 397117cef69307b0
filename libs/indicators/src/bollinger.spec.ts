import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { bollinger } from './bollinger.js';
import { computeOnSeries } from './testing/compute-on.twin.js';
import { exactVarianceOf } from './testing/exact-rational.twin.js';
import { expectClose, windowAt } from './testing/expect-close.twin.js';
import { generator, randomSeries, RUNS } from './testing/random-candles.twin.js';
import { sma } from './sma.js';
import { stddev } from './stddev.js';

test('of 1 3 5 7 with window 2 and k 3 is the mean ∓ 3', () => {
  const { lower, middle, upper } = computeOnSeries(bollinger, [1, 3, 5, 7], { window: 2, k: 3 });
  expect([[...lower], [...middle], [...upper]]).toEqual([
    [NaN, -1, 1, 3],
    [NaN, 2, 4, 6],
    [NaN, 5, 7, 9],
  ]);
});

test('of a constant has no width: all three are that constant', () => {
  const columns = computeOnSeries(bollinger, [3e9, 1e-5, ...new Array(60).fill(0.1)]);
  for (const column of Object.values(columns)) expect(column.subarray(21).every((value) => value === 0.1)).toBe(true);
});

test('is the simple moving average and k population deviations around it', () => {
  fc.assert(
    fc.property(randomSeries(), fc.integer({ min: 1, max: 30 }), fc.double({ min: 0, max: 4, noNaN: true }), (series, window, k) => {
      const middle = computeOnSeries(sma, series, { window }).sma;
      const deviation = computeOnSeries(stddev, series, { window }).stddev;
      const columns = computeOnSeries(bollinger, series, { window, k });
      expect(columns.middle).toEqual(middle);
      expect(columns.upper).toEqual(middle.map((mean, t) => mean + k * deviation[t]!));
      expect(columns.lower).toEqual(middle.map((mean, t) => mean - k * deviation[t]!));
    }),
    RUNS,
  );
});

test('does not drift: at the millionth bar the bands are the exact ones', () => {
  const next = generator(9);
  const series = Float64Array.from({ length: 1_000_000 }, () => 30_000 + next());
  const { middle, upper } = computeOnSeries(bollinger, series);
  for (let t = 999_950; t < 1_000_000; t++) {
    const exact = 2 * Math.sqrt(exactVarianceOf(windowAt(series, t, 20), 0));
    expectClose([upper[t]! - middle[t]!], [exact], { scale: 30_000, tolerance: 3e-16 });
  }
});
