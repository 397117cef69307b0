import { describe, expect, test } from '@jest/globals';
import { readVectors } from '@projecta/testing';
import { exp, expm1, log, log10, log1p, log2, normalCdf, normalQuantile, pow } from './index.js';

/** Inputs, then the true result as the nearest double and the rest. */
type Rows = readonly (readonly number[])[];

const elementary = readVectors<Record<string, Rows>>(import.meta.url, 'elementary.json');
const normal = readVectors<Record<string, Rows>>(import.meta.url, 'normal.json');

function ulp(x: number): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, Math.abs(x));
  const bits = view.getBigInt64(0);
  view.setBigInt64(0, bits + 1n);
  return view.getFloat64(0) - Math.abs(x);
}

/** The largest error over the rows, in units in the last place of the true result. */
function worst(f: (...inputs: number[]) => number, rows: Rows): number {
  return rows.reduce((most, row) => {
    const [high, low] = row.slice(-2) as [number, number];
    return Math.max(most, Math.abs(f(...row.slice(0, -2)) - high - low) / ulp(high));
  }, 0);
}

describe('against mpmath at 80 digits', () => {
  test.each([
    ['log', log, 0.75],
    ['log2', log2, 0.51],
    ['log10', log10, 0.51],
    ['log1p', log1p, 0.8],
    ['exp', exp, 0.65],
    ['exp_subnormal', exp, 1],
    ['expm1', expm1, 0.8],
  ])('%s is within %3$d ulp', (name, f, bound) => {
    expect(elementary[name]!.length).toBeGreaterThan(20);
    expect(worst(f, elementary[name]!)).toBeLessThanOrEqual(bound);
  });
  test('pow is within 0.8 ulp', () => {
    expect(elementary['pow']!.length).toBeGreaterThan(500);
    expect(worst(pow, elementary['pow']!)).toBeLessThanOrEqual(0.8);
  });
  test('the normal distribution function is within 4 ulp, to the end of the lower tail', () => {
    expect(worst(normalCdf, normal['cdf']!)).toBeLessThanOrEqual(4);
  });
  test('the normal quantile is within 6 ulp, from 1e-300 to 1 − 2^-53', () => {
    expect(worst(normalQuantile, normal['quantile']!)).toBeLessThanOrEqual(6);
  });
});
