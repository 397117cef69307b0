import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Candles } from '@projecta/candles';
import { adx } from './adx.js';
import { barsOf, computeOn } from './testing/compute-on.twin.js';
import { expectClose } from './testing/expect-close.twin.js';
import { randomCandles, RUNS } from './testing/random-candles.twin.js';

test('of a steady rise is 100, all movement being up', () => {
  const rise = Array.from({ length: 20 }, (_, t) => [t + 2, t + 1, t + 1.5] as const);
  const columns = computeOn(adx, barsOf(rise), { window: 3 });
  expect(columns.adx.subarray(5).every((value) => value === 100)).toBe(true);
  expect(columns.minus_di.subarray(3).every((value) => value === 0)).toBe(true);
  // Up 1 a bar, true range 1.5.
  expectClose(columns.plus_di.subarray(3), new Array(17).fill(200 / 3), { tolerance: 1e-14 });
});

test('D3: without any range both directions are 0, and it keeps its last value', () => {
  const moving = Array.from({ length: 8 }, (_, t) => [t + 2, t + 1, t + 1.5 - (t % 2)] as const);
  const still = new Array(9).fill([50, 50, 50] as const);
  const flatOnly = computeOn(adx, barsOf(still), { window: 2 });
  expect([flatOnly.plus_di[3], flatOnly.minus_di[3], flatOnly.adx[3], flatOnly.adx[8]]).toEqual([0, 0, 0, 0]);
  const ofOneBar = computeOn(adx, barsOf([...moving, ...still]), { window: 1 });
  expect(ofOneBar.adx[8]).toBe(100);
  expect(ofOneBar.adx.subarray(9).every((value) => value === 100)).toBe(true);
  expect(ofOneBar.plus_di[9]).toBe(0);
});

test("is Wilder's, bar by bar", () => {
  fc.assert(
    fc.property(randomCandles(), fc.integer({ min: 2, max: 14 }), (candles, window) => {
      const columns = computeOn(adx, candles, { window });
      const naive = naiveAdx(candles, window);
      for (const output of adx.outputs) expectClose(columns[output], naive[output], { scale: 1 });
    }),
    RUNS,
  );
});

/** TA-Lib's recipe: sums of window − 1 bars, then "less a window-th plus today"; DX of `window` bars makes the first ADX. */
function naiveAdx({ high, low, close }: Candles, window: number): Record<'adx' | 'plus_di' | 'minus_di', number[]> {
  const columns = { adx: [] as number[], plus_di: [] as number[], minus_di: [] as number[] };
  const sums = { plus: 0, minus: 0, range: 0 };
  let first = 0;
  let index = NaN;
  for (let t = 0; t < close.length; t++) {
    if (t > 0) {
      const up = high[t]! - high[t - 1]!;
      const down = low[t - 1]! - low[t]!;
      const today = {
        plus: up > 0 && up > down ? up : 0,
        minus: down > 0 && down > up ? down : 0,
        range: Math.max(high[t]!, close[t - 1]!) - Math.min(low[t]!, close[t - 1]!),
      };
      for (const name of ['plus', 'minus', 'range'] as const) sums[name] += today[name] - (t < window ? 0 : sums[name] / window);
    }
    const isDefined = t >= window;
    const plus = sums.range === 0 ? 0 : (100 * sums.plus) / sums.range;
    const minus = sums.range === 0 ? 0 : (100 * sums.minus) / sums.range;
    const dx = plus + minus === 0 ? NaN : (100 * Math.abs(plus - minus)) / (plus + minus);
    if (isDefined && t < 2 * window) first += Number.isNaN(dx) ? 0 : dx;
    if (t === 2 * window - 1) index = first / window;
    if (t > 2 * window - 1 && !Number.isNaN(dx)) index = (index * (window - 1) + dx) / window;
    columns.plus_di.push(isDefined ? plus : NaN);
    columns.minus_di.push(isDefined ? minus : NaN);
    columns.adx.push(index);
  }
  return columns;
}
