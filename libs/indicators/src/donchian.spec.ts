import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { barsOf, computeOn } from './testing/compute-on.twin.js';
import { donchian } from './donchian.js';
import { columnFrom, windowAt } from './testing/expect-close.twin.js';
import { randomCandles, RUNS } from './testing/random-candles.twin.js';

test('D7: includes the current bar', () => {
  const { lower, middle, upper } = computeOn(
    donchian,
    barsOf([
      [5, 4, 4],
      [9, 3, 4],
      [6, 5, 5],
    ]),
    { window: 2 },
  );
  expect([[...lower], [...middle], [...upper]]).toEqual([
    [NaN, 3, 3],
    [NaN, 6, 6],
    [NaN, 9, 9],
  ]);
});

test('is the highest high, the lowest low and the middle of the two', () => {
  fc.assert(
    fc.property(randomCandles(), fc.integer({ min: 1, max: 30 }), (candles, window) => {
      const { lower, middle, upper } = computeOn(donchian, candles, { window });
      const n = candles.ts.length;
      expect([...upper]).toEqual(columnFrom(n, window - 1, (t) => Math.max(...windowAt(candles.high, t, window))));
      expect([...lower]).toEqual(columnFrom(n, window - 1, (t) => Math.min(...windowAt(candles.low, t, window))));
      expect(middle).toEqual(upper.map((top, t) => (top + lower[t]!) / 2));
    }),
    RUNS,
  );
});
