import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { quantile, quantilesOf, quantileSorted } from './index.js';
import { selectInPlace } from './select-in-place.js';

const reals = fc.array(fc.oneof(fc.double({ min: -10, max: 10, noNaN: true }), fc.integer({ min: -3, max: 3 })), {
  minLength: 1,
  maxLength: 60,
});
const share = fc.double({ min: 0, max: 1, noNaN: true });

describe('quantiles of type 7', () => {
  test('known answers, as R and NumPy give them', () => {
    const sorted = [1, 2, 3, 4, 10];
    expect([0, 0.1, 0.25, 0.5, 1].map((q) => quantileSorted(sorted, q))).toEqual([1, 1.4, 2, 3, 10]);
    expect(quantile([10, 3, 1, 4, 2], 0.9)).toBeCloseTo(7.6, 14);
    expect(quantilesOf(Float64Array.of(4, 1, 3, 2), [0.5, 0.25, 0.75])).toEqual([2.5, 1.75, 3.25]);
  });
  test('of any order are those of the sorted values', () => {
    fc.assert(
      fc.property(reals, fc.array(share, { maxLength: 5 }), (values, qs) => {
        const sorted = Float64Array.from(values).sort();
        expect(quantilesOf(values, qs).map((x) => x + 0)).toEqual(qs.map((q) => quantileSorted(sorted, q) + 0)); // −0 and 0 are one place
      }),
    );
  });
  test('selecting orders 100,000 values about every place asked for', () => {
    const values = Float64Array.from({ length: 100_000 }, (_, i) => (i * 7_919) % 49_999);
    const sorted = values.slice().sort();
    for (const k of [0, 1, 4_999, 50_000, 99_998, 99_999]) {
      const work = values.slice();
      selectInPlace(work, k, 0, work.length - 1);
      expect(work[k]).toBe(sorted[k]);
      expect(work.subarray(0, k).every((x) => x <= work[k]!)).toBe(true);
      expect(work.subarray(k).every((x) => x >= work[k]!)).toBe(true);
    }
  });
  test('rise with q and stay between the extremes', () => {
    fc.assert(
      fc.property(reals, share, share, (values, p, q) => {
        const [low, high] = quantilesOf(values, [Math.min(p, q), Math.max(p, q)]) as [number, number];
        expect(low).toBeLessThanOrEqual(high);
        expect(low).toBeGreaterThanOrEqual(Math.min(...values));
        expect(high).toBeLessThanOrEqual(Math.max(...values));
      }),
    );
  });
  test('of a constant are that constant, infinite ones included', () => {
    expect(quantile([0.1, 0.1, 0.1], 0.37)).toBe(0.1);
    expect(quantile([-Infinity, -Infinity, 1], 0.25)).toBe(-Infinity);
  });
  test('leave their input as it is', () => {
    const values = Float64Array.of(3, 1, 2);
    quantile(values, 0.5);
    expect([...values]).toEqual([3, 1, 2]);
  });
  test('of nothing, or where a value is NaN, are NaN', () => {
    expect(quantile([], 0.5)).toBe(NaN);
    expect(quantilesOf([1, NaN, 2], [0, 0.5])).toEqual([NaN, NaN]);
  });
  test('outside 0 … 1 are refused', () => {
    for (const q of [-0.01, 1.01, NaN]) {
      expect(() => quantileSorted([1, 2], q)).toThrow(/0 … 1/);
      expect(() => quantile([1, 2], q)).toThrow(expect.objectContaining({ code: 'OUT_OF_RANGE' }));
    }
  });
});
