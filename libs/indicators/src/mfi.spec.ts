import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { barsOf, computeOn } from './testing/compute-on.twin.js';
import { columnFrom, expectClose, sum } from './testing/expect-close.twin.js';
import { mfi } from './mfi.js';
import { randomCandles, RUNS } from './testing/random-candles.twin.js';

test('is the share of the flow that came on rising typical prices', () => {
  const bars = barsOf([
    [2, 2, 2, 9],
    [3, 3, 3, 10],
    [1, 1, 1, 10],
    [1, 1, 1, 50],
  ]);
  expect([...computeOn(mfi, bars, { window: 2 }).mfi]).toEqual([NaN, NaN, 75, 0]);
});

test('D3: is 0 where nothing flowed, and only there by an exact test', () => {
  const still = barsOf(new Array(30).fill([3, 3, 3, 10] as const));
  expect(computeOn(mfi, still).mfi[29]).toBe(0);
  // TA-Lib takes every flow below 1 for none.
  const small = barsOf([
    [1e-9, 1e-9, 1e-9, 1],
    [3e-9, 3e-9, 3e-9, 1],
    [1e-9, 1e-9, 1e-9, 1],
  ]);
  expect(computeOn(mfi, small, { window: 2 }).mfi[2]).toBeCloseTo(75, 12);
});

test('returns to exactly 100 once the last falling bar has left the window', () => {
  const rise = Array.from({ length: 40 }, (_, t) => [t + 2, t + 2, t + 2, 0.1] as const);
  const values = computeOn(mfi, barsOf([[1, 1, 1, 1], [9e5, 9e5, 9e5, 1e6], [1, 1, 1, 1e6], ...rise])).mfi;
  expect(values.subarray(17).every((value) => value === 100)).toBe(true);
});

test('is the sum of rising flows over the sum of all', () => {
  fc.assert(
    fc.property(randomCandles(), fc.integer({ min: 1, max: 20 }), (candles, window) => {
      const typical = candles.close.map((close, t) => (candles.high[t]! + candles.low[t]! + close) / 3);
      const naive = columnFrom(typical.length, window, (t) => {
        const bars = Array.from({ length: window }, (_, i) => t - i);
        const flow = (sign: number) =>
          sum(bars.map((i) => (Math.sign(typical[i]! - typical[i - 1]!) === sign ? typical[i]! * candles.volume![i]! : 0)));
        return flow(1) === 0 ? 0 : (100 * flow(1)) / (flow(1) + flow(-1));
      });
      expectClose(computeOn(mfi, candles, { window }).mfi, naive, { scale: 1 });
    }),
    RUNS,
  );
});
