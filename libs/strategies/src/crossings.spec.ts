import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkParams, type VectorStrategy } from '@projecta/plugin';
import { candlesOf, directionsOf, heldDirections } from './directions-of.twin.js';
import { dual_sma } from './dual-sma.js';
import { ema_cross } from './ema-cross.js';
import { macd } from './macd.js';

const sumOf = (close: readonly number[], t: number, window: number) =>
  close.slice(t - window + 1, t + 1).reduce((sum, price) => sum + price, 0);

describe('dual_sma', () => {
  test('is long while the fast average is above, short while below; by hand', () => {
    // close        1  2  3  2  1  1  3
    // mean of 2       1.5 2.5 2.5 1.5 1 2
    // mean of 3          2  7/3 2  4/3 5/3
    expect(Array.from(directionsOf(dual_sma, candlesOf([1, 2, 3, 2, 1, 1, 3]), { fast: 2, slow: 3 }))).toEqual([NaN, NaN, 1, 1, -1, -1, 1]);
  });

  test('keeps its direction where the averages are equal, and is flat before they first differ', () => {
    const raw = directionsOf(dual_sma, candlesOf([5, 5, 5, 5, 8, 5, 5, 2, 5, 5, 5]), { fast: 1, slow: 2 });
    expect(heldDirections(raw)).toEqual([0, 0, 0, 0, 1, -1, -1, -1, 1, 1, 1]);
  });

  test('B6: slow − 1 is the first bar with an opinion', () => {
    const rising = candlesOf(Array.from({ length: 60 }, (_, t) => t + 1));
    expect(directionsOf(dual_sma, rising).findIndex((one) => one === 1)).toBe(49);
    expect(directionsOf(dual_sma, rising, { fast: 1, slow: 7 }).findIndex((one) => one === 1)).toBe(6);
  });

  test('agrees with window sums of whole numbers, compared without division', () => {
    const ticks = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(ticks, fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }), (close, fast, more) => {
        const slow = fast + more;
        const expected = close.map((_, t) => {
          if (t < slow - 1) return NaN;
          return Math.sign(sumOf(close, t, fast) * slow - sumOf(close, t, slow) * fast) || NaN;
        });
        expect(Array.from(directionsOf(dual_sma, candlesOf(close), { fast, slow }))).toEqual(expected);
      }),
      { seed: 31, numRuns: 300 },
    );
  });
});

describe('ema_cross', () => {
  test('is long while the fast average is above, short while below; by hand', () => {
    // α = 1 for window 1 (the close itself); the average of 3 is seeded with mean(4, 4, 4), then moves half way: 4 6 3 3 → 4 5 4 3.5
    const raw = directionsOf(ema_cross, candlesOf([4, 4, 4, 6, 3, 3]), { fast: 1, slow: 3 });
    expect(heldDirections(raw)).toEqual([0, 0, 0, 1, -1, -1]);
  });

  test('has its first opinion at slow − 1', () => {
    expect(directionsOf(ema_cross, candlesOf(Array.from({ length: 60 }, (_, t) => t + 1))).findIndex((one) => one === 1)).toBe(49);
  });
});

describe('macd', () => {
  test('D4: has its first opinion at slow + signal − 2', () => {
    const accelerating = candlesOf(Array.from({ length: 60 }, (_, t) => 100 + t * t));
    expect(directionsOf(macd, accelerating).findIndex((one) => one === 1)).toBe(33);
    expect(directionsOf(macd, accelerating, { fast: 2, slow: 4, signal: 3 }).findIndex((one) => one === 1)).toBe(5);
  });

  test('follows the line over its signal: up when a fall slows, by hand', () => {
    // fast 1 is the close; slow 3 moves half way: 8 8 8 4 2 1 → 8 6 4 2.5; line 0 −2 −2 −1.5; its mean of 1 is itself, of 2 (seed, then ⅔): −1 −1.67 −1.56.
    const raw = directionsOf(macd, candlesOf([8, 8, 8, 4, 2, 1]), { fast: 1, slow: 3, signal: 2 });
    expect(Array.from(raw)).toEqual([NaN, NaN, NaN, -1, -1, 1]);
  });

  test('has no opinion where the line is its signal', () => {
    expect(directionsOf(macd, candlesOf([8, 8, 8, 4, 2, 1]), { fast: 1, slow: 3, signal: 1 })).toEqual(new Float64Array(6).fill(NaN));
  });
});

describe.each([dual_sma, ema_cross, macd] as VectorStrategy[])('$name', (strategy) => {
  test('B2: fast >= slow is refused, with both numbers', () => {
    const check = (fast: number, slow: number) => strategy.check!({ fast, slow, signal: 9 });
    expect(check(9, 10)).toBeUndefined();
    expect(check(10, 10)).toMatchObject({ param: 'fast', message: expect.stringContaining('10 is not below 10') });
    expect(check(50, 10)?.message).toContain('50 is not below 10');
  });

  test('takes short_window and long_window for fast and slow', () => {
    const { params, problems } = checkParams(strategy.params, { short_window: 7, long_window: 21 }, '/params');
    expect(problems).toEqual([]);
    expect(params).toMatchObject({ fast: 7, slow: 21 });
    expect(checkParams(strategy.params, { fast: 7, short_window: 7 }, '/params').problems[0]).toMatchObject({ code: 'ALIAS_CONFLICT' });
  });
});

test('B2: defaults of dual_sma and ema_cross are 10/50, of macd 12/26/9', () => {
  expect(checkParams(dual_sma.params, {}, '').params).toEqual({ fast: 10, slow: 50, long_only: false });
  expect(checkParams(ema_cross.params, {}, '').params).toEqual({ fast: 10, slow: 50, long_only: false });
  expect(checkParams(macd.params, {}, '').params).toEqual({ fast: 12, slow: 26, signal: 9, long_only: false });
});
