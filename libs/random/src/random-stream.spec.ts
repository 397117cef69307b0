import { describe, expect, test } from '@jest/globals';
import { readVectors } from '@projecta/testing';
import { randomStream } from './random-stream.js';
import { xoshiro128 } from './xoshiro128.js';

interface Vector {
  readonly seed: number;
  readonly purpose: string;
  readonly trial: number;
  readonly state: [number, number, number, number];
  readonly next: number[];
  readonly normal: number[];
}

const times = <T>(n: number, draw: () => T): T[] => Array.from({ length: n }, draw);

describe('randomStream', () => {
  test.each(readVectors<Vector[]>(import.meta.url, 'streams.json'))(
    'of $seed, $purpose, $trial draws what Python draws',
    ({ seed, purpose, trial, state, next, normal }) => {
      expect(times(8, randomStream(seed, purpose, trial).next)).toEqual(next);
      expect(times(8, xoshiro128(state).next)).toEqual(next);
      const drawn = times(8, randomStream(seed, purpose, trial).normal);
      drawn.forEach((x, i) => expect(Math.abs(x - normal[i]!)).toBeLessThanOrEqual(4e-16 * Math.max(1, Math.abs(x))));
    },
  );
  test('every argument makes another stream', () => {
    const first = (seed: number, purpose: string, trial: number): number => randomStream(seed, purpose, trial).next();
    const all = [first(1, 'a', 0), first(2, 'a', 0), first(1, 'b', 0), first(1, 'a', 1)];
    expect(new Set(all).size).toBe(4);
    expect(first(1, 'a', 0)).toBe(all[0]);
  });
  test('a seed or a trial that is no integer from 0 to 2^53 − 1 is refused', () => {
    for (const bad of [-1, 1.5, NaN, 2 ** 53]) {
      expect(() => randomStream(bad, 'permutation', 0)).toThrow(/The seed is .*; it must be an integer from 0/);
      expect(() => randomStream(42, 'permutation', bad)).toThrow(/The trial is/);
    }
  });
});

describe('draws', () => {
  test('uniforms fill [0, 1) evenly', () => {
    const { uniform } = randomStream(42, 'test', 0);
    const cells = new Float64Array(100);
    for (let i = 0; i < 400_000; i++) cells[Math.floor(uniform() * 100)]!++;
    expect(cells.reduce((sum, count) => sum + (count - 4_000) ** 2 / 4_000, 0)).toBeLessThan(99 + 4.5 * Math.sqrt(198));
  });
  test('normals have mean 0, variance 1, skew 0 and kurtosis 3', () => {
    const n = 400_000;
    const { normal } = randomStream(42, 'test', 1);
    const sums = [0, 0, 0, 0];
    for (let i = 0; i < n; i++) {
      const x = normal();
      sums[0]! += x;
      sums[1]! += x * x;
      sums[2]! += x * x * x;
      sums[3]! += x * x * x * x;
    }
    const [m1, m2, m3, m4] = sums.map((sum) => sum / n) as [number, number, number, number];
    const error = 4.5 / Math.sqrt(n);
    expect(Math.abs(m1)).toBeLessThan(error);
    expect(Math.abs(m2 - 1)).toBeLessThan(error * Math.sqrt(2));
    expect(Math.abs(m3)).toBeLessThan(error * Math.sqrt(15));
    expect(Math.abs(m4 - 3)).toBeLessThan(error * Math.sqrt(96));
  });
});
