import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { donchian_breakout } from './donchian-breakout.js';
import { candlesOf, directionsOf } from './directions-of.twin.js';

type Bars = ReturnType<typeof candlesOf>;

/** The sentences of §3 and B3, with the extremes of the previous bars taken afresh at every bar. */
function naiveDirections({ high, low, close }: Bars, entry: number, exit: number): number[] {
  const highest = (t: number, n: number) => Math.max(...high.slice(t - n, t));
  const lowest = (t: number, n: number) => Math.min(...low.slice(t - n, t));
  let state: 'flat' | 'long' | 'short' = 'flat';
  return Array.from(close, (price, t) => {
    if (t < entry || t < exit) return NaN;
    if (price > highest(t, entry)) state = 'long';
    else if (price < lowest(t, entry)) state = 'short';
    else if (state === 'long' && price < lowest(t, exit)) state = 'flat';
    else if (state === 'short' && price > highest(t, exit)) state = 'flat';
    return { flat: 0, long: 1, short: -1 }[state];
  });
}

const bars = (close: readonly number[], entry: number, exit: number) =>
  Array.from(directionsOf(donchian_breakout, candlesOf(close), { entry, exit }));

describe('donchian_breakout', () => {
  test('enters beyond the extremes of the previous bars, leaves beyond the opposite one of fewer; by hand', () => {
    // entry 3, exit 1; a bar's range goes from the last close to its own.
    // t 3: 9 > 8, long. t 4: the previous low is 8, stays. t 5: 8.2 < 8.5, out; the lowest of three is 8.
    // t 6: 7.8 < 8, short. t 7: 8.2 only touches the previous high. t 8: 8.3 > 8.2, out.
    expect(bars([7, 8, 8, 9, 8.5, 8.2, 7.8, 8.2, 8.3], 3, 1)).toEqual([NaN, NaN, NaN, 1, 1, 0, -1, -1, 0]);
  });

  test('B1: breakouts are strict: touching the highest high is no breakout', () => {
    expect(bars([7, 9, 8, 9, 9.5], 2, 2)).toEqual([NaN, NaN, 0, 0, 1]);
    expect(bars([9, 7, 8, 7, 6.5], 2, 2)).toEqual([NaN, NaN, 0, 0, -1]);
  });

  test('B3: out only strictly beyond the opposite extreme of the previous `exit` bars', () => {
    // Long at 9; 8.5 opens at 9, so the previous low is 8.5 at t 5: touching it stays in, going below leaves.
    expect(bars([7, 8, 8, 9, 8.5, 8.5, 8.4], 4, 1)).toEqual([NaN, NaN, NaN, NaN, 0, 0, 0]);
    expect(bars([7, 8, 8, 9, 8.5, 8.5, 8.4], 3, 1)).toEqual([NaN, NaN, NaN, 1, 1, 1, 0]);
  });

  test('B1: entries are looked at before exits: from long straight to short', () => {
    expect(bars([7, 8, 9, 1], 1, 1)).toEqual([NaN, 1, 1, -1]);
  });

  test('B3: no opinion before max(entry, exit) previous bars exist', () => {
    expect(bars([1, 2, 3, 4, 5], 1, 3)).toEqual([NaN, NaN, NaN, 1, 1]);
    expect(bars([1, 2, 3, 4, 5], 3, 1)).toEqual([NaN, NaN, NaN, 1, 1]);
    expect(donchian_breakout.warmup!({ entry: 5, exit: 7 })).toBe(7);
  });

  test('the current bar is not part of its own channel', () => {
    const candles = candlesOf([5, 5, 5, 5]);
    candles.high[3] = 100;
    candles.close[3] = 6;
    expect(directionsOf(donchian_breakout, candles, { entry: 2, exit: 2 })[3]).toBe(1);
  });

  test('agrees with extremes taken afresh at every bar', () => {
    const ticks = fc.array(fc.integer({ min: 2, max: 12 }), { minLength: 1, maxLength: 70 });
    const length = fc.integer({ min: 1, max: 7 });
    fc.assert(
      fc.property(ticks, length, length, fc.constantFrom(0, 0.5, 1), (close, entry, exit, wick) => {
        const candles = candlesOf(close, wick);
        expect(Array.from(directionsOf(donchian_breakout, candles, { entry, exit }))).toEqual(naiveDirections(candles, entry, exit));
      }),
      { seed: 34, numRuns: 300 },
    );
  });
});
