import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { exp, expm1, log, log10, log1p, log2, pow } from './index.js';

const SPECIAL = [
  NaN,
  0,
  -0,
  1,
  -1,
  Infinity,
  -Infinity,
  2,
  -2,
  3,
  -3,
  0.5,
  -0.5,
  2 ** 53,
  -(2 ** 53),
  1e300,
  -1e300,
  5e-324,
  -5e-324,
  1e-300,
  1.5,
  -1.5,
];

const UNARY = [
  ['log', log, Math.log],
  ['log2', log2, Math.log2],
  ['log10', log10, Math.log10],
  ['log1p', log1p, Math.log1p],
  ['exp', exp, Math.exp],
  ['expm1', expm1, Math.expm1],
] as const;

describe('special values', () => {
  test.each(UNARY)('%s gives what ECMAScript says', (_, ours, theirs) => {
    for (const x of SPECIAL) expectNear(ours(x), theirs(x));
  });
  test('pow gives what ECMAScript says, sign of zero included', () => {
    for (const x of SPECIAL) for (const y of SPECIAL) expectNear(pow(x, y), Math.pow(x, y));
  });
  test('exp overflows above 709.78 and vanishes below −745.13', () => {
    expect(exp(709.782712893384)).toBeLessThan(Infinity);
    expect(exp(709.7827128933841)).toBe(Infinity);
    expect(exp(-745.1332191019411)).toBe(5e-324);
    expect(exp(-745.1332191019412)).toBe(0);
  });
});

describe('exact results', () => {
  test('a power of integers that is a double comes out exactly, and so does its root', () => {
    for (let base = 2; base <= 1000; base++) {
      let power = base;
      for (let n = 2; power * base <= 2 ** 53; n++) {
        power *= base;
        expect(pow(base, n)).toBe(power);
      }
      expect(pow(base * base, 0.5)).toBe(base);
    }
  });
  test('log2 of a power of two and log10 of a power of ten are the exponent', () => {
    for (let k = -1074; k <= 1023; k++) expect(log2(pow(2, k))).toBe(k);
    for (let k = -307; k <= 308; k++) expect(log10(Number(`1e${k}`))).toBe(k);
  });
  test('pow(x, 1) is x and pow(x, 2) is x·x rounded', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-150, max: 1e150, noNaN: true }), (x) => {
        expect(pow(x, 1)).toBe(x);
        expect(Math.abs(pow(x, 2) - x * x)).toBeLessThanOrEqual(x * x * 2 ** -52);
      }),
    );
  });
});

describe('laws', () => {
  test('log and exp never fall where their argument rises', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-300, max: 700, noNaN: true }), (x) => {
        const next = x * (1 + 2 ** -52);
        expect(log(next)).toBeGreaterThanOrEqual(log(x));
        expect(exp(next)).toBeGreaterThanOrEqual(exp(x));
        expect(log1p(next)).toBeGreaterThanOrEqual(log1p(x));
      }),
    );
  });
  test('log1p and expm1 keep small arguments', () => {
    expect(log1p(1e-20)).toBe(1e-20);
    expect(expm1(-1e-20)).toBe(-1e-20);
    expect(log1p(-0)).toBe(-0);
  });
});

test('the bits are the same in every engine: the checksum of 7 × 20,000 results is fixed', () => {
  const results = new Float64Array(140_000);
  let x = 0.5;
  for (let i = 0; i < 20_000; i++) {
    x = 3.9 * x * (1 - x); // the logistic map: plain arithmetic, no chance
    const wide = (x - 0.5) * 1400;
    results.set([log(x), log2(x), log10(1 / x), log1p(wide + 700), exp(wide), expm1(x - 0.5), pow(x * 10, wide / 10)], i * 7);
  }
  let checksum = 0x811c9dc5; // FNV-1a over 32-bit words
  for (const word of new Uint32Array(results.buffer)) checksum = Math.imul(checksum ^ word, 0x01000193);
  expect(checksum >>> 0).toBe(3591068174);
});

function expectNear(ours: number, theirs: number): void {
  if (Number.isFinite(theirs) && theirs !== 0)
    expect(Math.abs(ours - theirs)).toBeLessThanOrEqual(Math.max(Math.abs(theirs) * 4e-16, 5e-324));
  else expect(ours).toBe(theirs);
}
