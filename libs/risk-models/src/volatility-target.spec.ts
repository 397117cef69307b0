import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkParams } from '@projecta/plugin';
import { volatility_target } from './volatility-target.js';
import { weightsOf } from './weights-of.twin.js';

/** The definition, written down: all returns, their mean, the sum of squares over n − 1. */
function naiveWeight(
  close: readonly number[],
  t: number,
  { target_vol, lookback, ppy }: { target_vol: number; lookback: number; ppy: number },
) {
  if (t < lookback) return NaN;
  const returns = close.slice(t - lookback, t + 1).flatMap((price, i, window) => (i === 0 ? [] : [price / window[i - 1]! - 1]));
  const mean = returns.reduce((sum, r) => sum + r, 0) / lookback;
  const variance = returns.reduce((sum, r) => sum + (r - mean) ** 2, 0) / (lookback - 1);
  return target_vol / (Math.sqrt(variance) * Math.sqrt(ppy));
}

describe('volatility_target', () => {
  test('is target over realised volatility: returns of +50 % and −50 % at 4 periods a year', () => {
    // mean 0, squares 0.25 + 0.25 over 2 − 1 = 0.5, times 4 a year = 2: volatility √2.
    const weights = weightsOf(volatility_target, { close: [2, 3, 1.5], params: { target_vol: 0.5, lookback: 2 }, periodsPerYear: 4 });
    expect(weights.slice(0, 2)).toEqual([NaN, NaN]);
    expect(weights[2]).toBeCloseTo(0.5 / Math.SQRT2, 15);
  });

  test('B2: defaults are target_vol 0.1, lookback 20; base_fraction 1', () => {
    expect(checkParams(volatility_target.params, {}, '').params).toEqual({ target_vol: 0.1, lookback: 20, base_fraction: 1 });
  });

  test('takes a lookback above 1', () => {
    const codes = (lookback: number) => checkParams(volatility_target.params, { lookback }, '').problems.map(({ code }) => code);
    expect(codes(2)).toEqual([]);
    expect(codes(1)).toEqual(['OUT_OF_RANGE']);
    expect(codes(2.5)).toEqual(['WRONG_TYPE']);
  });

  test('A11: is undefined with fewer than `lookback` returns, so the first weight stands at bar `lookback`', () => {
    const close = [1, 2, 1, 2, 1, 2, 1];
    for (let lookback = 2; lookback < 7; lookback++) {
      expect(weightsOf(volatility_target, { close, params: { lookback } }).findIndex(Number.isFinite)).toBe(lookback);
    }
  });

  test('A11: is undefined while the volatility is 0: on a flat price, and on equal returns of any size', () => {
    const doubling = Array.from({ length: 40 }, (_, t) => 2 ** t);
    expect(weightsOf(volatility_target, { close: doubling, params: { lookback: 3 } })).toEqual(doubling.map(() => NaN));
    const flat = [...doubling.map(() => 0.1), 0.2, 0.1, ...doubling.map(() => 0.1)];
    const weights = weightsOf(volatility_target, { close: flat, params: { lookback: 7 } });
    expect(weights.flatMap((weight, t) => (Number.isNaN(weight) ? [] : [t]))).toEqual([40, 41, 42, 43, 44, 45, 46, 47]);
  });

  test('A27: any volatility above 0 counts, however small', () => {
    const weights = weightsOf(volatility_target, { close: [1, 1, 1 + Number.EPSILON], params: { lookback: 2 } });
    expect(weights[2]).toBeGreaterThan(1e12);
  });

  test('base_fraction multiplies the weight, which is not clamped here', () => {
    const setting = { close: [100, 100.1, 100], params: { lookback: 2, target_vol: 10 } };
    const weight = weightsOf(volatility_target, setting)[2]!;
    expect(weight).toBeGreaterThan(100);
    expect(weightsOf(volatility_target, { ...setting, params: { ...setting.params, base_fraction: 0.5 } })[2]).toBe(weight / 2);
  });

  test('agrees with the definition at every bar of any walk', () => {
    const steps = fc.array(fc.double({ min: -0.3, max: 0.4, noNaN: true }), { minLength: 3, maxLength: 80 });
    fc.assert(
      fc.property(steps, fc.integer({ min: 2, max: 12 }), (moves, lookback) => {
        const close = moves.reduce<number[]>((prices, move) => [...prices, prices.at(-1)! * (1 + move)], [100]);
        const weights = weightsOf(volatility_target, { close, params: { target_vol: 0.2, lookback }, periodsPerYear: 365 });
        weights.forEach((weight, t) => {
          const expected = naiveWeight(close, t, { target_vol: 0.2, lookback, ppy: 365 });
          if (Number.isNaN(expected)) expect(weight).toBeNaN();
          // Where the returns are equal up to rounding, both answers are rounding noise over rounding noise.
          else if (expected < 1e9) expect(Math.abs(weight - expected)).toBeLessThanOrEqual(1e-9 * expected);
        });
      }),
      { seed: 12 },
    );
  });

  test('does not drift: bar 200,000 after a crash has the weight of its window alone', () => {
    const n = 200_000;
    const close = Float64Array.from({ length: n }, (_, t) => (t === 1000 ? 1e6 : 100 + ((t * 7919) % 101) / 100));
    const params = { lookback: 20 };
    const whole = weightsOf(volatility_target, { close, params });
    for (const t of [1021, 50_000, n - 1]) {
      const alone = weightsOf(volatility_target, { close: close.slice(t - 20, t + 1), params })[20]!;
      expect(Math.abs(whole[t]! - alone)).toBeLessThanOrEqual(4 * Number.EPSILON * alone);
    }
  });
});
