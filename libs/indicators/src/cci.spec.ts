import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cci } from './cci.js';
import { barsOf, computeOn, flatCandles } from './testing/compute-on.twin.js';
import { columnFrom, expectClose, sum, windowAt } from './testing/expect-close.twin.js';
import { randomCandles, RUNS } from './testing/random-candles.twin.js';

test('of typical prices 1 2 6 is 2 mean deviations over 0.015', () => {
  // Mean 3, deviations 2, 1, 3: mean deviation 2; 3 above the mean.
  expect(
    computeOn(
      cci,
      barsOf([
        [1, 1, 1],
        [3, 1, 2],
        [7, 5, 6],
      ]),
      { window: 3 },
    ).cci[2],
  ).toBeCloseTo(100, 12);
});

test('D3: CCI of a constant window is 0', () => {
  const values = computeOn(cci, flatCandles([9e9, ...new Array(60).fill(0.1)])).cci;
  expect(values.subarray(20).every((value) => value === 0)).toBe(true);
});

test('is the distance from the mean in 0.015 mean absolute deviations', () => {
  fc.assert(
    fc.property(randomCandles(), fc.integer({ min: 1, max: 25 }), (candles, window) => {
      const typical = candles.close.map((close, t) => (candles.high[t]! + candles.low[t]! + close) / 3);
      const naive = columnFrom(typical.length, window - 1, (t) => {
        const values = windowAt(typical, t, window);
        if (values.every((value) => value === values[0])) return 0;
        const mean = sum(values) / window;
        return (typical[t]! - mean) / ((0.015 * sum(values.map((value) => Math.abs(value - mean)))) / window);
      });
      expectClose(computeOn(cci, candles, { window }).cci, naive, { scale: 100 });
    }),
    RUNS,
  );
});
