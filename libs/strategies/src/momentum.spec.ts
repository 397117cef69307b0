import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkParams } from '@projecta/plugin';
import { buy_and_hold } from './buy-and-hold.js';
import { candlesOf, directionsOf } from './directions-of.twin.js';
import { momentum } from './momentum.js';

describe('momentum', () => {
  test('is the sign of the change over lookback bars; by hand', () => {
    expect(Array.from(directionsOf(momentum, candlesOf([5, 6, 7, 6, 4, 6]), { lookback: 2 }))).toEqual([NaN, NaN, 1, 0, -1, 0]);
  });

  test('B1: an equal close is 0 (flat), not keep', () => {
    expect(Array.from(directionsOf(momentum, candlesOf([1, 2, 2, 3]), { lookback: 1 }))).toEqual([NaN, 1, 0, 1]);
  });

  test('B2: lookback is 20 by default, the first opinion at bar 20', () => {
    expect(checkParams(momentum.params, {}, '').params).toEqual({ lookback: 20, long_only: false });
    expect(directionsOf(momentum, candlesOf(Array.from({ length: 30 }, (_, t) => 1 + t))).findIndex((one) => one === 1)).toBe(20);
  });

  test('agrees with Math.sign of the difference', () => {
    const ticks = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(ticks, fc.integer({ min: 1, max: 12 }), (close, lookback) => {
        const expected = close.map((price, t) => (t < lookback ? NaN : Math.sign(price - close[t - lookback]!)));
        expect(Array.from(directionsOf(momentum, candlesOf(close), { lookback }))).toEqual(expected);
      }),
      { seed: 35 },
    );
  });
});

describe('buy_and_hold', () => {
  test('is long at every bar, the first included', () => {
    expect(Array.from(directionsOf(buy_and_hold, candlesOf([3, 2, 1])))).toEqual([1, 1, 1]);
    expect(buy_and_hold.warmup!({})).toBe(0);
  });
});
