import { expect, test } from '@jest/globals';
import { readVectors } from '@projecta/testing';
import fc from 'fast-check';
import { distributionOf } from './distribution.js';
import type { Distribution } from './permutation-summary.js';

const { cases } = readVectors<{ cases: { values: (number | null)[]; distribution: Distribution }[] }>(import.meta.url, 'distribution.json');
const NOTHING = { count: 0, mean: null, std: null, q01: null, q05: null, q25: null, q50: null, q75: null, q95: null, q99: null };

test("E10: count, mean, std and quantiles are numpy's, nulls left out", () => {
  for (const { values, distribution } of cases) {
    const found = distributionOf(values);
    const spread = Math.max(...values.map((value) => Math.abs(value ?? 0)));
    for (const [name, wanted] of Object.entries(distribution)) {
      const value = found[name as keyof Distribution];
      if (wanted === null) expect(value).toBeNull();
      else expect(Math.abs(value! - wanted)).toBeLessThanOrEqual(1e-14 * spread);
    }
  }
});
test('E10: std has ddof 1 and is null for one value', () => {
  expect(distributionOf([1, 2, 4]).std).toBeCloseTo(Math.sqrt(7 / 3), 15);
  expect(distributionOf([3]).std).toBeNull();
  expect(distributionOf([3, null])).toMatchObject({ count: 1, mean: 3, std: null, q01: 3, q99: 3 });
});
test('E10: what is not finite is null, never Infinity or NaN', () => {
  expect(distributionOf([1e308, -1e308, 1e308]).std).toBeNull();
  for (const value of Object.values(distributionOf([1e308, -1e308, 1e308]))) expect(value === null || Number.isFinite(value)).toBe(true);
});
test('a mean exists even where the sum of its values is beyond the range of numbers', () => {
  expect(distributionOf([1.5e308, 1e308, 0.5e308])).toMatchObject({ mean: 1e308, std: null, q50: 1e308 });
});
test('of nothing is nothing', () => {
  expect(distributionOf([])).toEqual(NOTHING);
  expect(distributionOf([null, null])).toEqual(NOTHING);
});
test('of equal values has no spread', () =>
  expect(distributionOf(Array(7).fill(0.1))).toMatchObject({ mean: 0.1, std: 0, q01: 0.1, q50: 0.1 }));
test('does not depend on the order, nor change what it is given', () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.double({ min: -9, max: 9, noNaN: true })), { maxLength: 40 }), (values) => {
      const before = [...values];
      expect(distributionOf([...values].reverse())).toEqual(distributionOf(values));
      expect(values).toEqual(before);
    }),
  );
});
test('quantiles rise and stay within the values', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: -9, max: 9, noNaN: true }), { minLength: 1, maxLength: 40 }), (values) => {
      const { q01, q05, q25, q50, q75, q95, q99 } = distributionOf(values) as unknown as Record<string, number>;
      const rising = [Math.min(...values), q01!, q05!, q25!, q50!, q75!, q95!, q99!, Math.max(...values)];
      for (let i = 1; i < rising.length; i++) expect(rising[i]! - rising[i - 1]!).toBeGreaterThanOrEqual(-1e-14);
    }),
  );
});
