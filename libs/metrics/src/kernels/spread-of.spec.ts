import { expect, test } from '@jest/globals';
import { plainSum } from '@projecta/testing';
import { spreadOf } from './spread-of.js';

test('of equal values has that value for its mean, bit for bit, and no deviation', () => {
  for (const n of [2, 10, 999, 100_000]) {
    const values = new Float64Array(n).fill(0.1);
    const spread = spreadOf(values, plainSum(values));
    expect(spread).toEqual({ n, mean: 0.1, std: 0, m2: 0, m3: 0, m4: 0 });
  }
});

test('of one value has a mean and no standard deviation', () => {
  expect(spreadOf(Float64Array.of(3), 3)).toMatchObject({ n: 1, mean: 3, std: NaN });
});
