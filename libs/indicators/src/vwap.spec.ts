import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { barsOf, computeOn } from './testing/compute-on.twin.js';
import { columnFrom, expectClose, sum } from './testing/expect-close.twin.js';
import { randomCandles, RUNS } from './testing/random-candles.twin.js';
import { vwap } from './vwap.js';

const BARS = barsOf([
  [3, 1, 2, 1],
  [6, 6, 6, 3],
  [9, 9, 9, 0],
  [1, 1, 1, 4],
]);

test('D5: window 0, the default, is cumulative', () => {
  expect([...computeOn(vwap, BARS).vwap]).toEqual([2, 5, 5, 3]);
});

test('over a window forgets what came before', () => {
  expect([...computeOn(vwap, BARS, { window: 2 }).vwap]).toEqual([NaN, 5, 6, 1]);
});

test('is the plain mean of typical prices where nothing was traded', () => {
  const untraded = barsOf([
    [2, 2, 2, 0],
    [4, 4, 4, 0],
    [9, 9, 9, 0],
    [5, 5, 5, 1],
  ]);
  expect([...computeOn(vwap, untraded).vwap]).toEqual([2, 3, 5, 5]);
  expect([...computeOn(vwap, untraded, { window: 2 }).vwap]).toEqual([NaN, 3, 6.5, 5]);
});

test('of a constant price is that price, whatever the volume', () => {
  const price = (0.7 + 0.1 + 0.3) / 3;
  const bars = barsOf(Array.from({ length: 60 }, (_, t) => [0.7, 0.1, 0.3, (t * 37) % 11] as const));
  expect(computeOn(vwap, bars).vwap.every((value) => value === price)).toBe(true);
  expect(
    computeOn(vwap, bars, { window: 7 })
      .vwap.subarray(6)
      .every((value) => value === price),
  ).toBe(true);
});

test('is the money over the volume', () => {
  fc.assert(
    fc.property(randomCandles(), fc.integer({ min: 0, max: 20 }), (candles, window) => {
      const typical = candles.close.map((close, t) => (candles.high[t]! + candles.low[t]! + close) / 3);
      const naive = columnFrom(typical.length, Math.max(window - 1, 0), (t) => {
        const bars = Array.from({ length: window || t + 1 }, (_, i) => t - i);
        const volume = sum(bars.map((i) => candles.volume![i]!));
        if (volume === 0) return sum(bars.map((i) => typical[i]!)) / bars.length;
        return sum(bars.map((i) => typical[i]! * candles.volume![i]!)) / volume;
      });
      expectClose(computeOn(vwap, candles, { window }).vwap, naive, { tolerance: 1e-12 });
    }),
    RUNS,
  );
});
