import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { exactMean, moments, populationStd, sampleStd, squaredDeviations } from './index.js';

const sized = fc.tuple(fc.integer({ min: -(2 ** 52), max: 2 ** 52 }), fc.integer({ min: -60, max: -45 })).map(([k, e]) => k * 2 ** e);
const list = fc.array(sized, { minLength: 2, maxLength: 50 });

describe('sampleStd and populationStd', () => {
  test('known answers', () => {
    expect(populationStd([2, 4, 4, 4, 5, 5, 7, 9])).toBe(2);
    expect(sampleStd([2, 4, 4, 4, 5, 5, 7, 9])).toBe(Math.sqrt(32 / 7));
    expect(sampleStd(Float64Array.of(9, 1, 2, 9), 1, 3)).toBe(Math.sqrt(0.5));
  });
  test('of equal values are exactly 0', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e100, max: 1e100, noNaN: true }), fc.integer({ min: 2, max: 500 }), (x, n) => {
        fc.pre(Math.abs(x) > 1e-200);
        expect(sampleStd(new Float64Array(n).fill(x))).toBe(0);
        expect(populationStd(new Float64Array(n).fill(x))).toBe(0);
      }),
    );
  });
  test('a large offset costs nothing: NumAcc4 of NIST, whose sample std is 0.1', () => {
    // StRD NumAcc4: 10000000.2, then 10000000.1 and 10000000.3 in turn, 1001 values.
    const numAcc4 = Float64Array.from({ length: 1001 }, (_, i) => (i === 0 ? 10000000.2 : i % 2 === 1 ? 10000000.1 : 10000000.3));
    expect(exactMean(numAcc4)).toBe(10000000.2);
    expect(Math.abs(sampleStd(numAcc4) - 0.1)).toBeLessThan(2e-9); // what the input's own rounding to doubles leaves
    const shifted = numAcc4.map((x) => (x - 10000000) * 1); // exact: the same doubles without the offset
    expect(Math.abs(sampleStd(numAcc4) - sampleStd(shifted))).toBeLessThan(1e-16);
  });
  test('scale by a power of two with the values, bit for bit', () => {
    fc.assert(
      fc.property(list, fc.integer({ min: -30, max: 30 }), (xs, k) =>
        expect(sampleStd(xs.map((x) => x * 2 ** k))).toBe(sampleStd(xs) * 2 ** k),
      ),
    );
  });
  test('do not exist for too few values', () => {
    expect(sampleStd([1])).toBe(NaN);
    expect(populationStd([])).toBe(NaN);
    expect(populationStd([3])).toBe(0);
  });
  test('the squared deviations of a given mean are those about the true one', () => {
    expect(squaredDeviations([1, 2, 3], 0, 3, 2)).toBe(2);
  });
});

describe('moments', () => {
  test('known answers', () => {
    expect(moments([1, 2, 3, 4, 10])).toEqual({ mean: 4, m2: 10, m3: 36, m4: 278.8 });
    expect(moments([7, 1, 3, 7], 1, 3)).toEqual({ mean: 2, m2: 1, m3: 0, m4: 1 });
  });
  test('of equal values are exactly 0 above the mean', () => {
    expect(moments(new Float64Array(777).fill(0.1))).toEqual({ mean: 0.1, m2: 0, m3: 0, m4: 0 });
  });
  test('the second is the square of the population std', () => {
    fc.assert(
      fc.property(list, (xs) => expect(Math.abs(moments(xs).m2 - populationStd(xs) ** 2)).toBeLessThanOrEqual(1e-14 * moments(xs).m2)),
    );
  });
  test('of nothing are NaN', () => {
    expect(moments([])).toEqual({ mean: NaN, m2: NaN, m3: NaN, m4: NaN });
  });
});
