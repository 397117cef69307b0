import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { barsOf, computeOn } from './testing/compute-on.twin.js';
import { columnFrom, expectClose, sum, windowAt } from './testing/expect-close.twin.js';
import { randomCandles, RUNS } from './testing/random-candles.twin.js';
import { stochastic } from './stochastic.js';

test('is the place of the close in the range, averaged twice', () => {
  const bars = barsOf([
    [10, 0, 5],
    [10, 0, 7.5],
    [10, 0, 10],
    [10, 0, 0],
  ]);
  const { k, d } = computeOn(stochastic, bars, { fast_k: 1, slow_k: 2, slow_d: 2 });
  expect([[...k], [...d]]).toEqual([
    [NaN, NaN, 87.5, 50],
    [NaN, NaN, 75, 68.75],
  ]);
});

test('D3: is 0 where there is no range', () => {
  const { k, d } = computeOn(stochastic, barsOf(new Array(30).fill([3, 3, 3] as const)));
  expect([k[29], d[29]]).toEqual([0, 0]);
});

test('both outputs start together at fast_k + slow_k + slow_d − 3', () => {
  fc.assert(
    fc.property(
      randomCandles(),
      fc.integer({ min: 1, max: 15 }),
      fc.integer({ min: 1, max: 5 }),
      fc.integer({ min: 1, max: 5 }),
      (candles, fast_k, slow_k, slow_d) => {
        const { high, low, close } = candles;
        const place = (t: number) => {
          const bottom = Math.min(...windowAt(low, t, fast_k));
          const range = Math.max(...windowAt(high, t, fast_k)) - bottom;
          return range === 0 ? 0 : (100 * (close[t]! - bottom)) / range;
        };
        const mean = (of: (t: number) => number, t: number, bars: number) => sum(Array.from({ length: bars }, (_, i) => of(t - i))) / bars;
        const slow = (t: number) => mean(place, t, slow_k);
        const first = fast_k + slow_k + slow_d - 3;
        const { k, d } = computeOn(stochastic, candles, { fast_k, slow_k, slow_d });
        expectClose(k, columnFrom(close.length, first, slow), { scale: 1 });
        expectClose(
          d,
          columnFrom(close.length, first, (t) => mean(slow, t, slow_d)),
          { scale: 1 },
        );
      },
    ),
    RUNS,
  );
});
