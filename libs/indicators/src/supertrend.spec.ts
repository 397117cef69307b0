import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Candles } from '@projecta/candles';
import { atr } from './atr.js';
import { barsOf, computeOn } from './testing/compute-on.twin.js';
import { randomCandles, RUNS } from './testing/random-candles.twin.js';
import { supertrend } from './supertrend.js';

test('D7: starts long at bar `window`, on the lower band', () => {
  const bars = barsOf([
    [6, 4, 5],
    [6, 4, 5],
    [6, 4, 5],
  ]);
  const columns = computeOn(supertrend, bars, { window: 1, k: 1.5 });
  expect([[...columns.supertrend], [...columns.direction]]).toEqual([
    [NaN, 2, 2],
    [NaN, 1, 1],
  ]);
});

test('turns when the close breaks the band, and sits on the other one then', () => {
  const bars = barsOf([
    [6, 4, 5],
    [6, 4, 5],
    [3, 1, 1],
    [2, 1, 1],
    [90, 80, 85],
  ]);
  const columns = computeOn(supertrend, bars, { window: 1, k: 1 });
  // Bar 2: true range 4 around 2; the lower band stays at 3 and the close is below; the upper band is 6. Bar 4 is far above, and its lower band stays.
  expect([...columns.direction]).toEqual([NaN, 1, -1, -1, 1]);
  expect([...columns.supertrend]).toEqual([NaN, 3, 6, 2.5, 0.5]);
});

test('is the textbook recursion', () => {
  fc.assert(
    fc.property(randomCandles(), fc.integer({ min: 1, max: 15 }), fc.double({ min: 0.2, max: 4, noNaN: true }), (candles, window, k) => {
      const columns = computeOn(supertrend, candles, { window, k });
      const naive = textbook(candles, window, k);
      expect([...columns.supertrend]).toEqual(naive.levels);
      expect([...columns.direction]).toEqual(naive.directions);
    }),
    RUNS,
  );
});

function textbook(candles: Candles, window: number, k: number): { levels: number[]; directions: number[] } {
  const { high, low, close } = candles;
  const ranges = computeOn(atr, candles, { window }).atr;
  const levels: number[] = [];
  const directions: number[] = [];
  const upper: number[] = [];
  const lower: number[] = [];
  for (let t = 0; t < close.length; t++) {
    const basicUpper = (high[t]! + low[t]!) / 2 + k * ranges[t]!;
    const basicLower = (high[t]! + low[t]!) / 2 - k * ranges[t]!;
    const isFirst = t === window;
    upper.push(isFirst || !(basicUpper >= upper[t - 1]! && close[t - 1]! <= upper[t - 1]!) ? basicUpper : upper[t - 1]!);
    lower.push(isFirst || !(basicLower <= lower[t - 1]! && close[t - 1]! >= lower[t - 1]!) ? basicLower : lower[t - 1]!);
    if (t < window) directions.push(NaN);
    else if (isFirst) directions.push(1);
    else if (directions[t - 1] === 1) directions.push(close[t]! < lower[t]! ? -1 : 1);
    else directions.push(close[t]! > upper[t]! ? 1 : -1);
    levels.push(t < window ? NaN : directions[t] === 1 ? lower[t]! : upper[t]!);
  }
  return { levels, directions };
}
