import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { computeOnSeries } from './testing/compute-on.twin.js';
import { exactVarianceOf } from './testing/exact-rational.twin.js';
import { columnFrom, expectClose, windowAt } from './testing/expect-close.twin.js';
import { generator, randomSeries, RUNS } from './testing/random-candles.twin.js';
import { stddev } from './stddev.js';

test('of 2 4 4 4 5 5 7 9 is 2: the divisor is the count', () => {
  expect(computeOnSeries(stddev, [2, 4, 4, 4, 5, 5, 7, 9], { window: 8 }).stddev.at(-1)).toBe(2);
});

test('of equal values is exactly 0, whatever was in the window before', () => {
  for (let window = 1; window <= 60; window++) {
    const deviations = computeOnSeries(stddev, [1e12, 1e-12, 5, ...new Array(150).fill(0.1)], { window }).stddev;
    expect(deviations.subarray(window + 2).every((value) => value === 0)).toBe(true);
  }
});

test('is the square root of the exact variance to 1e-14', () => {
  fc.assert(
    fc.property(randomSeries(), fc.integer({ min: 2, max: 40 }), (series, window) => {
      const exact = columnFrom(series.length, window - 1, (t) => Math.sqrt(exactVarianceOf(windowAt(series, t, window), 0)));
      expectClose(computeOnSeries(stddev, series, { window }).stddev, exact, { tolerance: 1e-14 });
    }),
    { ...RUNS, numRuns: 100 },
  );
});

test('keeps 12 digits of a deviation ten million times smaller than the mean, at the millionth bar', () => {
  const next = generator(11);
  const series = Float64Array.from({ length: 1_000_000 }, (_, t) => (t % 1000 === 0 ? 2e6 : 1e6) + 0.1 * next());
  for (const window of [20, 500]) {
    const deviations = computeOnSeries(stddev, series, { window }).stddev;
    for (const t of [998_400, 999_030, 999_600, 999_999]) {
      expectClose([deviations[t]!], [Math.sqrt(exactVarianceOf(windowAt(series, t, window), 0))], { tolerance: 1e-12 });
    }
  }
});
