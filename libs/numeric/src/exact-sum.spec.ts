import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { exactMean, exactSum } from './index.js';

/** A finite double as an integer multiple of 2^-1074: exact arithmetic for the reference. */
function inUnits(x: number): bigint {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, x);
  const bits = view.getBigUint64(0);
  const exponent = Number((bits >> 52n) & 0x7ffn);
  const fraction = bits & 0xfffffffffffffn;
  const size = exponent === 0 ? fraction : (fraction | 0x10000000000000n) << BigInt(exponent - 1);
  return x < 0 ? -size : size;
}

function neighbours(x: number): [number, number] {
  const view = new DataView(new ArrayBuffer(8));
  const step = (by: bigint): number => {
    view.setFloat64(0, x);
    view.setBigInt64(0, view.getBigInt64(0) + by);
    return view.getFloat64(0);
  };
  return x === 0 ? [5e-324, -5e-324] : [step(1n), step(-1n)];
}

/** Whether no double is nearer to numerator/denominator (in units of 2^-1074) than x is. */
function isNearest(x: number, numerator: bigint, denominator: bigint): boolean {
  const distance = (y: number): bigint => {
    const d = inUnits(y) * denominator - numerator;
    return d < 0n ? -d : d;
  };
  return neighbours(x).every((other) => !Number.isFinite(other) || distance(x) <= distance(other));
}

const exactly = (values: Iterable<number>): bigint => Array.from(values).reduce((sum, x) => sum + inUnits(x), 0n);

const values = fc.array(fc.double({ min: -1e200, max: 1e200, noNaN: true }), { minLength: 1, maxLength: 60 });
const sized = fc.tuple(fc.integer({ min: -(2 ** 52), max: 2 ** 52 }), fc.integer({ min: -75, max: -55 })).map(([k, e]) => k * 2 ** e);
const returns = fc.array(sized, { minLength: 1, maxLength: 200 });
const halves = fc.array(fc.constantFrom(1, -1, 2 ** 53, -(2 ** 53), 2 ** -53, -(2 ** -53), 2 ** -106, 1.5), {
  minLength: 1,
  maxLength: 40,
});

describe('exactSum', () => {
  test('is the double nearest to the true sum', () => {
    for (const arbitrary of [returns, halves]) {
      fc.assert(
        fc.property(arbitrary, (list) => expect(isNearest(exactSum(list), exactly(list), 1n)).toBe(true)),
        { numRuns: 1000 },
      );
    }
  });
  test('holds values that span more than its cascade', () => {
    const span = fc.array(
      fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -1000, max: 900 })).map(([k, e]) => k * 2 ** e),
      { minLength: 1, maxLength: 30 },
    );
    fc.assert(
      fc.property(span, (list) => {
        const back = [...list, ...list.slice(1).map((x) => -x)]; // what stays is the first value
        expect(exactSum(back) - list[0]!).toBe(0);
        expect(isNearest(exactSum(list), exactly(list), 1n)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
  test('survives cancellation to 30 digits', () => {
    expect(exactSum([1e30, 1, -1e30])).toBe(1);
    expect(exactSum([1e16, 1, 1e-16, -1e16, -1])).toBe(1e-16);
    expect(exactSum([0.1, 0.2, 0.3, -0.6])).toBe(2.7755575615628914e-17);
  });
  test('a half unit is decided by what lies below it', () => {
    expect(exactSum([1, 2 ** -53, 2 ** -120])).toBe(1 + 2 ** -52);
    expect(exactSum([1, 2 ** -53, -(2 ** -120)])).toBe(1);
    expect(exactSum([1, 2 ** -53])).toBe(1);
  });
  test('does not depend on the order', () => {
    fc.assert(fc.property(returns, (list) => expect(exactSum([...list].reverse())).toBe(exactSum(list))));
  });
  test('takes a range, of a list as of a column', () => {
    expect(exactSum(Float64Array.of(1, 2, 4, 8), 1, 3)).toBe(6);
    expect(exactSum([1, 2, 4, 8], 2)).toBe(12);
    expect(exactSum([])).toBe(0);
  });
  test('infinities and NaN act as in a plain sum', () => {
    expect(exactSum([1, Infinity, 2])).toBe(Infinity);
    expect(exactSum([Infinity, -Infinity])).toBe(NaN);
    expect(exactSum([1, NaN])).toBe(NaN);
    expect(exactSum([1e308, 1e308])).toBe(Infinity);
  });
  test('scaling by a power of two scales the sum, bit for bit', () => {
    fc.assert(
      fc.property(returns, fc.integer({ min: -40, max: 40 }), (list, k) =>
        expect(exactSum(list.map((x) => x * 2 ** k))).toBe(exactSum(list) * 2 ** k),
      ),
    );
  });
});

describe('exactMean', () => {
  test('is the double nearest to the true mean', () => {
    fc.assert(
      fc.property(returns, (list) => expect(isNearest(exactMean(list), exactly(list), BigInt(list.length))).toBe(true)),
      { numRuns: 500 },
    );
  });
  test('of equal values is that value', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e300, max: 1e300, noNaN: true }), fc.integer({ min: 1, max: 3000 }), (x, n) => {
        fc.pre(Math.abs(x) > 1e-290 || x === 0);
        expect(exactMean(new Float64Array(n).fill(x)) - x).toBe(0);
      }),
    );
    expect(exactMean(new Float64Array(1_000_000).fill(0.1))).toBe(0.1);
  });
  test('lies between the smallest and the largest value', () => {
    fc.assert(
      fc.property(values, (list) => {
        expect(exactMean(list)).toBeGreaterThanOrEqual(Math.min(...list));
        expect(exactMean(list)).toBeLessThanOrEqual(Math.max(...list));
      }),
    );
  });
  test('of nothing is NaN', () => {
    expect(exactMean([])).toBe(NaN);
    expect(exactMean([1, 2], 1, 1)).toBe(NaN);
  });
});
