import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { barsOf, computeOn } from './testing/compute-on.twin.js';
import { columnFrom, expectClose } from './testing/expect-close.twin.js';
import { randomCandles, RUNS } from './testing/random-candles.twin.js';
import { true_range } from './true-range.js';

test('is the range, or reaches to the previous close beyond it', () => {
  const bars = barsOf([
    [5, 3, 4],
    [5, 2, 3],
    [9, 7, 8],
    [6, 5, 6],
  ]);
  expect([...computeOn(true_range, bars).true_range]).toEqual([NaN, 3, 6, 3]);
});

test('of a gap a thousandfold in either direction is exact', () => {
  const bars = barsOf([
    [1, 1, 1],
    [1000, 1000, 1000],
    [1, 1, 1],
  ]);
  expect([...computeOn(true_range, bars).true_range]).toEqual([NaN, 999, 999]);
});

test('is the largest of the three distances', () => {
  fc.assert(
    fc.property(randomCandles(), ({ high, low, close, ...rest }) => {
      const naive = columnFrom(close.length, 1, (t) =>
        Math.max(high[t]! - low[t]!, Math.abs(high[t]! - close[t - 1]!), Math.abs(low[t]! - close[t - 1]!)),
      );
      expectClose(computeOn(true_range, { high, low, close, ...rest }).true_range, naive, { tolerance: 1e-13, scale: close[0]! * 1e-3 });
    }),
    RUNS,
  );
});
