import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { barsOf, computeOn } from './testing/compute-on.twin.js';
import { columnFrom, expectClose, windowAt } from './testing/expect-close.twin.js';
import { randomCandles, RUNS } from './testing/random-candles.twin.js';
import { williams_r } from './williams-r.js';

test('is 0 at the top of the range, −100 at its bottom', () => {
  const bars = barsOf([
    [10, 2, 10],
    [8, 4, 8],
    [10, 2, 2],
  ]);
  expect([...computeOn(williams_r, bars, { window: 2 }).williams_r]).toEqual([NaN, -25, -100]);
  expect(computeOn(williams_r, bars, { window: 1 }).williams_r[0]).toBe(0);
});

test('D3: is 0 where there is no range', () => {
  expect(computeOn(williams_r, barsOf(new Array(20).fill([3, 3, 3] as const))).williams_r[19]).toBe(0);
});

test('is the distance from the highest high over the range', () => {
  fc.assert(
    fc.property(randomCandles(), fc.integer({ min: 1, max: 30 }), (candles, window) => {
      const { high, low, close } = candles;
      const naive = columnFrom(close.length, window - 1, (t) => {
        const top = Math.max(...windowAt(high, t, window));
        const range = top - Math.min(...windowAt(low, t, window));
        return range === 0 ? 0 : (-100 * (top - close[t]!)) / range + 0;
      });
      expectClose(computeOn(williams_r, candles, { window }).williams_r, naive, { tolerance: 1e-14 });
    }),
    RUNS,
  );
});
