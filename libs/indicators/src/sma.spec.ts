import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { computeOnSeries } from './testing/compute-on.twin.js';
import { exactMeanOf } from './testing/exact-rational.twin.js';
import { columnFrom, windowAt } from './testing/expect-close.twin.js';
import { generator, randomSeries, RUNS } from './testing/random-candles.twin.js';
import { sma } from './sma.js';

test('of 1 2 3 4 5 with window 3 is 2 3 4', () => {
  expect([...computeOnSeries(sma, [1, 2, 3, 4, 5], { window: 3 }).sma]).toEqual([NaN, NaN, 2, 3, 4]);
});

test('of window 1 is the series', () => {
  expect([...computeOnSeries(sma, [0.1, 7, 1e-300], { window: 1 }).sma]).toEqual([0.1, 7, 1e-300]);
});

test('of a constant is that constant, for every window', () => {
  for (let window = 1; window <= 500; window++) {
    const means = computeOnSeries(sma, new Array(700).fill(0.1), { window }).sma;
    expect(means.subarray(window - 1).every((mean) => mean === 0.1)).toBe(true);
  }
});

test('D1: is the correctly rounded quotient of the exact window sum', () => {
  fc.assert(
    fc.property(randomSeries(), fc.integer({ min: 1, max: 40 }), (series, window) => {
      const exact = columnFrom(series.length, window - 1, (t) => exactMeanOf(windowAt(series, t, window)));
      expect([...computeOnSeries(sma, series, { window }).sma]).toEqual(exact);
    }),
    { ...RUNS, numRuns: 150 },
  );
});

test('D1: is correctly rounded for values of any sizes and signs together', () => {
  const size = fc.constantFrom(1e-30, 1e-9, 1, 1e7, 1e22, 1e60);
  const values = fc.array(
    fc.tuple(fc.double({ min: -2, max: 2, noNaN: true }), size).map(([value, by]) => Math.fround(value) * by),
    { maxLength: 60 },
  );
  fc.assert(
    fc.property(values, fc.integer({ min: 1, max: 12 }), (series, window) => {
      const exact = columnFrom(series.length, window - 1, (t) => exactMeanOf(windowAt(series, t, window)) + 0);
      expect([...computeOnSeries(sma, series, { window }).sma.map((mean) => mean + 0)]).toEqual(exact);
    }),
    { ...RUNS, numRuns: 300 },
  );
});

test('a window of equal values gives that value whatever was in the window before', () => {
  const series = [1e20, -3.7e18, 1e-7, ...new Array(30).fill(0.1), 1e300, ...new Array(30).fill(0.7)];
  const means = computeOnSeries(sma, series, { window: 5 }).sma;
  expect(means.subarray(7, 33).every((mean) => mean === 0.1)).toBe(true);
  expect(means.subarray(38).every((mean) => mean === 0.7)).toBe(true);
});

test('is correctly rounded at the millionth bar, where a plain running sum is not', () => {
  const next = generator(3);
  const series = Float64Array.from({ length: 1_000_000 }, () => 90 + 20 * next());
  const window = 20;
  const means = computeOnSeries(sma, series, { window }).sma;
  let drifting = 0;
  let drifted = 0;
  for (let t = 0; t < series.length; t++) {
    drifting += series[t]! - (t < window ? 0 : series[t - window]!);
    if (t < 999_000) continue;
    const exact = exactMeanOf(windowAt(series, t, window));
    expect(means[t]).toBe(exact);
    if (drifting / window !== exact) drifted++;
  }
  expect(drifted).toBeGreaterThan(900);
});
