import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { normalCdf, normalQuantile, normalQuantiles } from './index.js';

describe('the normal distribution function', () => {
  test('its ends', () => {
    expect([-Infinity, -40, 0, 40, Infinity, NaN].map(normalCdf)).toEqual([0, 0, 0.5, 1, 1, NaN]);
  });
  test('never falls', () => {
    fc.assert(
      fc.property(fc.double({ min: -39, max: 9, noNaN: true }), fc.double({ min: 1e-12, max: 1, noNaN: true }), (x, step) => {
        expect(normalCdf(x + step)).toBeGreaterThanOrEqual(normalCdf(x));
      }),
    );
  });
  test('its halves meet: cdf(x) + cdf(−x) is 1', () => {
    fc.assert(
      fc.property(fc.double({ min: -9, max: 9, noNaN: true }), (x) =>
        expect(Math.abs(normalCdf(x) + normalCdf(-x) - 1)).toBeLessThanOrEqual(2 ** -52),
      ),
    );
  });
});

describe('the normal quantile', () => {
  test('of a column is that of each of its values, bit for bit', () => {
    const values = [
      0,
      5e-324,
      1e-20,
      0.07,
      0.075,
      0.5,
      0.925,
      0.93,
      1,
      NaN,
      -1,
      2,
      ...Array.from({ length: 2000 }, (_, i) => (i + 0.5) / 2000),
    ];
    const column = Float64Array.from(values);
    normalQuantiles(column);
    expect([...column]).toEqual(values.map(normalQuantile));
  });
  test('its ends, and NaN outside [0, 1]', () => {
    expect([0, 0.5, 1, -0.1, 1.1, NaN].map(normalQuantile)).toEqual([-Infinity, 0, Infinity, NaN, NaN, NaN]);
  });
  test("Wichura's own check values", () => {
    expect(normalQuantile(0.25)).toBeCloseTo(-0.6744897501960817, 15);
    expect(normalQuantile(0.001)).toBeCloseTo(-3.090232306167814, 14);
    expect(normalQuantile(1e-20)).toBeCloseTo(-9.262340089798409, 14);
  });
  test('is odd about ½', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 30 - 1 }), (k) =>
        expect(normalQuantile(1 - k * 2 ** -31)).toBe(-normalQuantile(k * 2 ** -31)),
      ),
    );
  });
  test('undoes the distribution function', () => {
    fc.assert(
      fc.property(fc.double({ min: -37, max: 5, noNaN: true }), (x) =>
        expect(Math.abs(normalQuantile(normalCdf(x)) - x)).toBeLessThan(1e-9),
      ),
    );
  });
});
