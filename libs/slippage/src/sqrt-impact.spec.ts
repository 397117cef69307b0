import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkParams } from '@projecta/plugin';
import { sqrt_impact } from './sqrt-impact.js';
import { marketOf, slipOf } from './slip-of.twin.js';

interface Fill {
  readonly decisionBar: number;
  readonly quantity: number;
  readonly lookback: number;
}

/** The sentence of A4, written down with whole arrays: the relative move of a fill at coefficient 1. */
function naiveMove(close: readonly number[], volume: readonly number[], { decisionBar, quantity, lookback }: Fill): number {
  const known = close.slice(0, decisionBar + 1);
  const returns = known.flatMap((price, i) => (i === 0 ? [] : [price / known[i - 1]! - 1])).slice(-lookback);
  const volumes = volume.slice(0, decisionBar + 1).slice(-lookback);
  if (returns.length < 2) return 0;
  const mean = returns.reduce((sum, r) => sum + r, 0) / returns.length;
  const sigma = Math.sqrt(returns.reduce((sum, r) => sum + (r - mean) ** 2, 0) / (returns.length - 1));
  const meanVolume = volumes.reduce((sum, v) => sum + v, 0) / volumes.length;
  return sigma === 0 || meanVolume === 0 ? 0 : sigma * Math.sqrt(quantity / meanVolume);
}

describe('sqrt_impact', () => {
  test('is coefficient·σ·√(|q|/V): returns +50 % and −50 %, a quarter of the mean volume', () => {
    // σ² = (0.25 + 0.25)/(2 − 1) = 1/2 and √(q/V) = 1/2, so the move is 0.1·√(1/2)/2.
    const slip = slipOf(sqrt_impact, marketOf([2, 3, 1.5, 9], [1, 100, 300, 7]), { coefficient: 0.1, lookback: 2 });
    expect(slip(100, 1, 50, 3, 2)).toBeCloseTo(100 * (1 + 0.05 * Math.SQRT1_2), 12);
    expect(slip(100, -1, 50, 3, 2)).toBeCloseTo(100 * (1 - 0.05 * Math.SQRT1_2), 12);
  });

  test('A4: σ takes lookback + 1 closes, V the volumes of lookback bars, both ending at the decision bar', () => {
    const close = [64, 1, 2, 3, 1.5, 99];
    const volume = [1e9, 1e9, 1e9, 100, 300, 1e9];
    const slip = slipOf(sqrt_impact, marketOf(close, volume), { coefficient: 1, lookback: 2 });
    expect(slip(1, 1, 200, 5, 4)).toBeCloseTo(1 + Math.SQRT1_2, 14);
    // The fill bar is none of its business; a fill that worked for bars keeps its decision's figures.
    expect(slip(1, 1, 200, 99, 4)).toBe(slip(1, 1, 200, 5, 4));
  });

  test('A4: with less history it takes what there is', () => {
    const slip = slipOf(sqrt_impact, marketOf([2, 3, 1.5, 9], [300, 300, 0, 7]), { coefficient: 1, lookback: 50 });
    expect(slip(1, 1, 200, 3, 2)).toBeCloseTo(1 + Math.SQRT1_2, 14);
  });

  test('A4: fewer than two returns, σ = 0, V = 0 or no volume column: no impact', () => {
    const params = { coefficient: 1, lookback: 2 };
    const slip = slipOf(sqrt_impact, marketOf([1, 2, 3, 4.5, 4.5, 4.5, 9], [1, 1, 1, 0, 0, 1, 1]), params);
    expect(slip(10, 1, 5, 1, 0)).toBe(10);
    expect(slip(10, 1, 5, 2, 1)).toBe(10);
    expect(slip(10, 1, 5, 5, 4)).toBe(10); // V = 0
    expect(slip(10, 1, 5, 6, 5)).toBe(10); // σ = 0
    expect(slip(10, 1, 5, 3, 2)).toBeGreaterThan(10);
    expect(slipOf(sqrt_impact, marketOf([2, 3, 1.5, 9]), params)(10, 1, 5, 3, 2)).toBe(10);
    expect(slipOf(sqrt_impact, marketOf([2, 3, 1.5, 9], [1, 1, 1, 1]), { coefficient: 1, lookback: 1 })(10, 1, 5, 3, 2)).toBe(10);
  });

  test('before the first bar there is nothing to know: no impact', () => {
    expect(slipOf(sqrt_impact, marketOf([1, 2], [1, 1]), { coefficient: 1, lookback: 2 })(10, 1, 5, 0, -1)).toBe(10);
  });

  test('σ of equal returns is exactly 0', () => {
    const flat = Array.from({ length: 30 }, () => 0.1);
    const slip = slipOf(sqrt_impact, marketOf(flat, flat), { coefficient: 1e300, lookback: 7 });
    flat.forEach((_, t) => expect(slip(10, 1, 5, t + 1, t)).toBe(10));
  });

  test('a sell price is never below 0', () => {
    const slip = slipOf(sqrt_impact, marketOf([2, 3, 1.5, 9], [1, 1, 1, 1]), { coefficient: 1, lookback: 2 });
    expect(slip(100, -1, 1e6, 3, 2)).toBe(0);
  });

  test('takes whole lookbacks from 1 and coefficients from 0', () => {
    const paths = (params: object) => checkParams(sqrt_impact.params, params, '').problems.map(({ path }) => path);
    expect(paths({ coefficient: 0, lookback: 1 })).toEqual([]);
    expect(paths({ coefficient: -1, lookback: 0 })).toEqual(['/coefficient', '/lookback']);
    expect(paths({ coefficient: 1, lookback: 1.5 })).toEqual(['/lookback']);
  });

  test('agrees with the definition for any fill of any walk', () => {
    const bar = fc.record({
      move: fc.double({ min: -0.3, max: 0.4, noNaN: true }),
      volume: fc.oneof(fc.constant(0), fc.double({ min: 1e-3, max: 1e6, noNaN: true })),
    });
    fc.assert(
      fc.property(fc.array(bar, { minLength: 1, maxLength: 40 }), fc.integer({ min: 1, max: 9 }), (bars, lookback) => {
        const close = bars.reduce<number[]>((prices, { move }) => [...prices, prices.at(-1)! * (1 + move)], [100]).slice(1);
        const volume = bars.map((one) => one.volume);
        const slip = slipOf(sqrt_impact, marketOf(close, volume), { coefficient: 1, lookback });
        close.forEach((_, decisionBar) => {
          const move = naiveMove(close, volume, { decisionBar, quantity: 3, lookback });
          const expected = 50 * (1 + move);
          expect(Math.abs(slip(50, 1, 3, decisionBar + 1, decisionBar) - expected)).toBeLessThanOrEqual(1e-12 * expected);
          expect(slip(50, -1, 3, decisionBar + 1, decisionBar)).toBeCloseTo(Math.max(0, 50 * (1 - move)), 9);
        });
      }),
      { seed: 22 },
    );
  });
});
