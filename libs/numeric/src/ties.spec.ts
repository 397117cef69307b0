import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { averageRank, firstLargest, ties } from './index.js';

describe('E11: ties', () => {
  test('E11: |a − b| <= 1e-9·max(|a|, |b|) is a tie', () => {
    expect(ties(1, 1 + 0.9e-9)).toBe(true);
    expect(ties(1, 1 + 1.1e-9)).toBe(false);
    expect(ties(-1e-20, -1e-20 * (1 + 1e-10))).toBe(true);
    expect(ties(0, 5e-324)).toBe(false);
    expect(ties(0, -0)).toBe(true);
  });
  test('an infinity ties with itself only, NaN with nothing', () => {
    expect(ties(-Infinity, -Infinity)).toBe(true);
    expect(ties(Infinity, 5)).toBe(false);
    expect(ties(-Infinity, Infinity)).toBe(false);
    expect(ties(NaN, NaN)).toBe(false);
  });
  test('a tie is mutual and does not depend on scale', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.double({ min: -2e-9, max: 2e-9, noNaN: true }), (a, share) => {
        fc.pre(Math.abs(a) > 1e-6);
        const b = a * (1 + share);
        expect(ties(a, b)).toBe(ties(b, a));
        expect(ties(a * 1024, b * 1024)).toBe(ties(a, b));
      }),
    );
  });
});

describe('E11: firstLargest', () => {
  test('E11: best is the first value that ties with the largest', () => {
    expect(firstLargest([0.5, 1, 1 + 1e-12, 0.7])).toBe(1);
    expect(firstLargest([1 - 1e-8, 1])).toBe(1);
    expect(firstLargest(Float64Array.of(-3, -2, -2))).toBe(1);
  });
  test('NaN is no value, and where there is none the answer is −1', () => {
    expect(firstLargest([NaN, 2, NaN, 3])).toBe(3);
    expect(firstLargest([NaN])).toBe(-1);
    expect(firstLargest([])).toBe(-1);
    expect(firstLargest([NaN, -Infinity])).toBe(1);
  });
});

describe('averageRank', () => {
  test('counts from 1 below; ties share their average rank', () => {
    const values = [3, 1, 2, 2 + 1e-12, -Infinity];
    expect(values.map((_, i) => averageRank(values, i))).toEqual([5, 2, 3.5, 3.5, 1]);
  });
  test('the ranks of N values that do not tie sum to N(N + 1)/2', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: -1000, max: 1000 }), { minLength: 1 }), (values) => {
        const total = values.reduce((sum, _, i) => sum + averageRank(values, i), 0);
        expect(total).toBe((values.length * (values.length + 1)) / 2);
      }),
    );
  });
});
