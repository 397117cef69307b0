import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { computeOnSeries } from './testing/compute-on.twin.js';
import { columnFrom, expectClose, windowAt } from './testing/expect-close.twin.js';
import { linreg_slope } from './linreg-slope.js';
import { randomSeries, RUNS } from './testing/random-candles.twin.js';

test('of a line is its slope', () => {
  const line = Array.from({ length: 60 }, (_, t) => 1000 - 0.25 * t);
  expect(
    computeOnSeries(linreg_slope, line)
      .linreg_slope.subarray(19)
      .every((slope) => slope === -0.25),
  ).toBe(true);
});

test('of a constant is 0, whatever was in the window before', () => {
  for (let window = 2; window < 50; window++) {
    const slopes = computeOnSeries(linreg_slope, [1e14, ...new Array(120).fill(0.1)], { window }).linreg_slope;
    expect(slopes.subarray(window).every((slope) => slope === 0)).toBe(true);
  }
});

test('of window 2 is the last change', () => {
  expect([...computeOnSeries(linreg_slope, [1, 4, 2], { window: 2 }).linreg_slope]).toEqual([NaN, 3, -2]);
});

test('is the covariance with time over the variance of time', () => {
  fc.assert(
    fc.property(randomSeries(), fc.integer({ min: 2, max: 40 }), (series, window) => {
      const naive = columnFrom(series.length, window - 1, (t) => {
        const values = windowAt(series, t, window);
        let covariance = 0;
        let variance = 0;
        values.forEach((value, i) => {
          const time = i - (window - 1) / 2;
          covariance += time * (value - values[0]!);
          variance += time * time;
        });
        return covariance / variance;
      });
      expectClose(computeOnSeries(linreg_slope, series, { window }).linreg_slope, naive, {
        tolerance: 1e-11,
        scale: (series[0] ?? 1) * 1e-4,
      });
    }),
    RUNS,
  );
});
