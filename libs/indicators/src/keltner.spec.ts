import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { atr } from './atr.js';
import { barsOf, computeOn } from './testing/compute-on.twin.js';
import { ema } from './ema.js';
import { keltner } from './keltner.js';
import { randomCandles, RUNS } from './testing/random-candles.twin.js';

test('of bars with close 5 and range 2 is 5 ∓ 2·2', () => {
  const { lower, middle, upper } = computeOn(keltner, barsOf(new Array(30).fill([6, 4, 5] as const)));
  expect([lower[25], middle[25], upper[25]]).toEqual([1, 5, 9]);
});

test('D7: is EMA ± k·ATR, all three from the bar at which both exist', () => {
  fc.assert(
    fc.property(randomCandles(), fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 20 }), (candles, window, atr_window) => {
      const ranges = computeOn(atr, candles, { window: atr_window }).atr;
      const middle = computeOn(ema, candles, { window }).ema.map((value, t) => (Number.isNaN(ranges[t]!) ? NaN : value));
      const columns = computeOn(keltner, candles, { window, k: 1.5, atr_window });
      expect(columns.middle).toEqual(middle);
      expect(columns.upper).toEqual(middle.map((value, t) => value + 1.5 * ranges[t]!));
      expect(columns.lower).toEqual(middle.map((value, t) => value - 1.5 * ranges[t]!));
    }),
    RUNS,
  );
});
