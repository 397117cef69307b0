import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { atr } from './atr.js';
import { barsOf, computeOn } from './testing/compute-on.twin.js';
import { expectClose } from './testing/expect-close.twin.js';
import { randomCandles, RUNS } from './testing/random-candles.twin.js';
import { true_range } from './true-range.js';

test('starts at bar `window` with the mean of the true ranges so far, then smooths as Wilder does', () => {
  const bars = barsOf([
    [5, 3, 4],
    [5, 3, 4],
    [8, 4, 6],
    [9, 2, 6],
  ]);
  expect([...computeOn(atr, bars, { window: 2 }).atr]).toEqual([NaN, NaN, 3, 5]);
});

test('of equal ranges is that range', () => {
  const bars = barsOf(new Array(80).fill([1.2, 1.1, 1.15] as const));
  const range = 1.2 - 1.1;
  for (let window = 1; window < 40; window++) {
    expect(
      computeOn(atr, bars, { window })
        .atr.subarray(window)
        .every((value) => value === range),
    ).toBe(true);
  }
});

test("is Wilder's average of the true range", () => {
  fc.assert(
    fc.property(randomCandles(), fc.integer({ min: 1, max: 20 }), (candles, window) => {
      const ranges = computeOn(true_range, candles).true_range;
      let average = 0;
      const naive = [...ranges.keys()].map((t) => {
        if (t === 0) return NaN;
        average = t <= window ? average + ranges[t]! / window : (average * (window - 1) + ranges[t]!) / window;
        return t < window ? NaN : average;
      });
      expectClose(computeOn(atr, candles, { window }).atr, naive, { tolerance: 1e-12, scale: candles.close[0]! * 1e-3 });
    }),
    RUNS,
  );
});
