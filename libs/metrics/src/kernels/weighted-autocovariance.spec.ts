import { describe, expect, test } from '@jest/globals';
import { weightedAutocovariance } from './weighted-autocovariance.js';

/** The double sum as it is written. */
function naive(values: Float64Array, mean: number, lags: number, weight: number): number {
  let total = 0;
  for (let k = 1; k <= lags; k++)
    for (let t = k; t < values.length; t++) total += (weight - k) * (values[t]! - mean) * (values[t - k]! - mean);
  return total;
}

describe('weightedAutocovariance', () => {
  test.each([
    [2, 1],
    [9, 4],
    [9, 8],
    [4096, 9],
    [4097, 9],
    [4098, 9],
    [12_000, 11],
  ])('of %i values and %i lags is the double sum', (n, lags) => {
    const values = Float64Array.from({ length: n }, (_, i) => ((i * 7_919) % 104_729) / 104_729 - 0.3);
    const [ours, theirs] = [weightedAutocovariance(values, 0.2, { lags, weight: 252 }), naive(values, 0.2, lags, 252)];
    expect(Math.abs(ours - theirs)).toBeLessThanOrEqual(1e-12 * n * 252);
    expect(Math.abs(theirs)).toBeGreaterThan(0.1);
  });

  test('of more lags than values takes those there are', () => {
    const values = Float64Array.from([1, -2, 3]);
    expect(weightedAutocovariance(values, 0, { lags: 7, weight: 10 })).toBeCloseTo(naive(values, 0, 2, 10), 12);
  });
});
