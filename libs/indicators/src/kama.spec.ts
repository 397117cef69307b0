import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { computeOnSeries } from './testing/compute-on.twin.js';
import { expectClose } from './testing/expect-close.twin.js';
import { kama } from './kama.js';
import { randomSeries, RUNS } from './testing/random-candles.twin.js';

test('starts from the close before: a straight rise moves it by the square of the fast weight', () => {
  const [, , , first] = computeOnSeries(kama, [1, 2, 3, 4], { window: 3 }).kama;
  expect(first).toBeCloseTo(3 + (2 / 3) ** 2, 14);
});

test('a move that leads nowhere moves it by the square of the slow weight', () => {
  const [, , first] = computeOnSeries(kama, [5, 7, 5], { window: 2 }).kama;
  expect(first).toBeCloseTo(7 + (2 / 31) ** 2 * (5 - 7), 14);
});

test('D3: without any move the ratio is 1, so it takes the price at once to the fast weight', () => {
  const values = computeOnSeries(kama, [9, 5, 5, 5, 5], { window: 2 }).kama;
  expect(values[3]).toBeCloseTo(values[2]! + (4 / 9) * (5 - values[2]!), 14);
});

test('of a constant is that constant', () => {
  const values = computeOnSeries(kama, new Array(50).fill(0.1)).kama;
  expect(values.subarray(10).every((value) => value === 0.1)).toBe(true);
});

test('follows Kaufman bar by bar', () => {
  fc.assert(
    fc.property(randomSeries(), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 5 }), (series, window, fast) => {
      let average = series[window - 1]!;
      const naive = [...series.keys()].map((t) => {
        if (t < window) return NaN;
        let path = 0;
        for (let i = t - window + 1; i <= t; i++) path += Math.abs(series[i]! - series[i - 1]!);
        const ratio = path === 0 ? 1 : Math.min(1, Math.abs(series[t]! - series[t - window]!) / path);
        average += (ratio * (2 / (fast + 1)) + (1 - ratio) * (2 / 31)) ** 2 * (series[t]! - average);
        return average;
      });
      expectClose(computeOnSeries(kama, series, { window, fast }).kama, naive, { tolerance: 1e-12 });
    }),
    RUNS,
  );
});
