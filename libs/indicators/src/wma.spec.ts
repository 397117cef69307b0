import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { computeOnSeries } from './testing/compute-on.twin.js';
import { columnFrom, expectClose, sum, windowAt } from './testing/expect-close.twin.js';
import { generator, randomSeries, RUNS } from './testing/random-candles.twin.js';
import { wma } from './wma.js';

test('of 1 2 6 2 with window 3 weighs 1, 2, 3', () => {
  expect([...computeOnSeries(wma, [1, 2, 6, 2], { window: 3 }).wma]).toEqual([NaN, NaN, 23 / 6, 20 / 6]);
});

test('of a constant is that constant, also after a jump', () => {
  for (let window = 1; window <= 50; window++) {
    const means = computeOnSeries(wma, [1e15, ...new Array(120).fill(0.1)], { window }).wma;
    expect(means.subarray(window).every((mean) => mean === 0.1)).toBe(true);
  }
});

test('is the weighted sum over the sum of the weights', () => {
  fc.assert(
    fc.property(randomSeries(), fc.integer({ min: 1, max: 40 }), (series, window) => {
      expectClose(
        computeOnSeries(wma, series, { window }).wma,
        columnFrom(series.length, window - 1, (t) => naive(series, t, window)),
        { tolerance: 1e-14 },
      );
    }),
    RUNS,
  );
});

test('does not drift: at bar 300,000 it is what a fresh sum gives', () => {
  const next = generator(5);
  const series = Float64Array.from({ length: 300_000 }, () => 1e6 + next());
  const means = computeOnSeries(wma, series, { window: 50 }).wma;
  for (let t = 299_900; t < 300_000; t++) expect(Math.abs(means[t]! - naive(series, t, 50))).toBeLessThan(1e-9);
});

function naive(series: Float64Array, t: number, window: number): number {
  return sum(windowAt(series, t, window).map((value, i) => value * (i + 1))) / ((window * (window + 1)) / 2);
}
