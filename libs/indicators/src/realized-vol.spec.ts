import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { computeOnSeries } from './testing/compute-on.twin.js';
import { exactVarianceOf } from './testing/exact-rational.twin.js';
import { columnFrom, expectClose, windowAt } from './testing/expect-close.twin.js';
import { randomSeries, RUNS } from './testing/random-candles.twin.js';
import { realized_vol } from './realized-vol.js';

test('of returns +100 % and −50 % is their sample deviation, from bar `window` on', () => {
  expect([...computeOnSeries(realized_vol, [1, 2, 1], { window: 2 }).realized_vol]).toEqual([NaN, NaN, Math.sqrt(2 * 0.75 ** 2)]);
});

test('of a constant is 0, and so of a steady doubling', () => {
  expect(
    computeOnSeries(realized_vol, new Array(50).fill(0.3))
      .realized_vol.subarray(20)
      .every((value) => value === 0),
  ).toBe(true);
  const doubling = Array.from({ length: 50 }, (_, t) => 2 ** t);
  expect(
    computeOnSeries(realized_vol, doubling)
      .realized_vol.subarray(20)
      .every((value) => value === 0),
  ).toBe(true);
});

test('has no value while a return on 0 is in the window', () => {
  const values = computeOnSeries(realized_vol, [1, 0, 5, 6, 7, 8], { window: 2 }).realized_vol;
  expect([...values].map(Number.isNaN)).toEqual([true, true, true, true, false, false]);
});

test('D7: is the standard deviation of simple returns with ddof 1, not annualised', () => {
  fc.assert(
    fc.property(randomSeries(), fc.integer({ min: 2, max: 30 }), (series, window) => {
      const returns = series.map((value, t) => (t === 0 ? NaN : value / series[t - 1]! - 1));
      const naive = columnFrom(series.length, window, (t) => Math.sqrt(exactVarianceOf(windowAt(returns, t, window), 1)));
      expectClose(computeOnSeries(realized_vol, series, { window }).realized_vol, naive, { scale: 1e-5 });
    }),
    RUNS,
  );
});
