import { describe, expect, test } from '@jest/globals';
import { readVectors } from '@projecta/testing';
import fc from 'fast-check';
import { xoshiro128, type RandomStream } from './xoshiro128.js';
import { shuffle } from './shuffle.js';

interface Vector {
  readonly state: [number, number, number, number];
  readonly next: number[];
  readonly millionth_next: number;
  readonly uniform53: number[];
  readonly below: { m: number; values: number[]; sum_to_100000: number; outputs_taken: number }[];
  readonly below_large: { m: number; values: number[] }[];
  readonly shuffle_20: number[];
}

const vectors = readVectors<Vector[]>(import.meta.url, 'vectors.json');
const times = <T>(n: number, draw: () => T): T[] => Array.from({ length: n }, draw);

/** How many outputs `draw` took: by how far a second stream must go to be where the first one is. */
function outputsTaken(state: Vector['state'], draw: (stream: RandomStream) => void, most: number): number {
  const stream = xoshiro128(state);
  draw(stream);
  const ahead = times(4, () => stream.next());
  const other = xoshiro128(state);
  const window = times(4, () => other.next());
  for (let taken = 0; taken <= most; taken++) {
    if (window.every((word, i) => word === ahead[i])) return taken;
    window.shift();
    window.push(other.next());
  }
  return -1;
}

describe.each(vectors)('from state $state, as the C code of 64-bit integers', (vector) => {
  test('next gives the same 64 outputs, and the same millionth', () => {
    const { next } = xoshiro128(vector.state);
    expect(times(64, next)).toEqual(vector.next);
    for (let i = 64; i < 1_000_000; i++) next();
    expect(next()).toBe(vector.millionth_next);
  });
  test('uniform is the same 53 bits, the first output above', () => {
    const { uniform } = xoshiro128(vector.state);
    expect(times(32, uniform)).toEqual(vector.uniform53.map((bits) => bits * 2 ** -53));
  });
  test('below gives the same integers and takes as many outputs, rejections included', () => {
    for (const { m, values, sum_to_100000, outputs_taken } of vector.below) {
      const { below } = xoshiro128(vector.state);
      expect(times(24, () => below(m))).toEqual(values);
      let sum = 0;
      for (let i = 24; i < 100_000; i++) sum += below(m);
      expect(sum).toBe(sum_to_100000);
      if (m === 1_500_000) {
        const all = (stream: RandomStream): void => void times(100_000, () => stream.below(m));
        expect(outputsTaken(vector.state, all, 101_000)).toBe(outputs_taken);
        expect(outputs_taken).toBeGreaterThan(100_000);
      }
    }
  });
  test('below above 2^21 is floor(u·m)', () => {
    for (const { m, values } of vector.below_large) {
      const { below } = xoshiro128(vector.state);
      expect(times(8, () => below(m))).toEqual(values);
    }
  });
  test('shuffle puts 20 cards in the same order', () => {
    const deck = times(20, () => 0).map((_, i) => i);
    shuffle(xoshiro128(vector.state), deck);
    expect(deck).toEqual(vector.shuffle_20);
  });
});

test('many draws at once are the draws one by one, and leave the stream where those do', () => {
  for (const m of [1, 2, 3, 10, 1000, 1_431_000, 2_097_152, 2_097_153]) {
    const [one, many] = [xoshiro128([5, 6, 7, m]), xoshiro128([5, 6, 7, m])];
    const out = new Int32Array(20_000);
    many.indices(m, out);
    expect([...out]).toEqual(times(out.length, () => one.below(m)));
    expect(many.next()).toBe(one.next());
  }
  expect(() => xoshiro128([1, 2, 3, 4]).indices(0, new Int32Array(1))).toThrow(expect.objectContaining({ code: 'OUT_OF_RANGE' }));
});
test.each([1, 2, 7, 300, 1_048_579, 2_097_153])('blockStarts of %i positions draws what next and below draw', (n) => {
  const [one, many] = [xoshiro128([9, 9, 9, 9]), xoshiro128([9, 9, 9, 9])];
  const [index, position] = [new Int32Array(n), new Int32Array(n)];
  for (const threshold of n > 1e6 ? [400_000_000] : [0, 400_000_000, 2_147_483_648, 4_294_967_296]) {
    const expected: (readonly [number, number])[] = [];
    for (let at = 0; at < n; at++) if (at === 0 || one.next() < threshold) expected.push([one.below(n), at]);
    const count = many.blockStarts(n, threshold, index, position);
    expect(count).toBe(expected.length);
    expect(expected.findIndex(([from, at], b) => index[b] !== from || position[b] !== at)).toBe(-1);
    expect(many.next()).toBe(one.next());
  }
});

test('normals are those that normal draws, and leave the stream where it leaves it', () => {
  const [one, many] = [xoshiro128([7, 1, 7, 1]), xoshiro128([7, 1, 7, 1])];
  for (const n of [0, 1, 2, 1001]) {
    const out = new Float64Array(n);
    many.normals(out);
    expect([...out]).toEqual(Array.from({ length: n }, () => one.normal()));
    expect(many.next()).toBe(one.next());
  }
});

describe('below', () => {
  test('stays in 0 … m − 1 for every m', () => {
    const { below } = xoshiro128([5, 6, 7, 8]);
    fc.assert(
      fc.property(
        fc.oneof(
          fc.integer({ min: 1, max: 100 }),
          fc.integer({ min: 1, max: 2 ** 22 }),
          fc.maxSafeNat().filter((m) => m > 0),
        ),
        (m) => {
          const x = below(m);
          expect(Number.isInteger(x) && x >= 0 && x < m).toBe(true);
        },
      ),
    );
    expect(below(1)).toBe(0);
  });
  test('every value of a small m is equally likely: chi-squared of 600,000 draws', () => {
    for (const m of [2, 3, 6, 10, 37]) {
      const { below } = xoshiro128([11, 12, 13, m]);
      const counts = new Float64Array(m);
      for (let i = 0; i < 600_000; i++) counts[below(m)]!++;
      const expected = 600_000 / m;
      const chiSquared = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
      expect(chiSquared).toBeLessThan(m - 1 + 4.5 * Math.sqrt(2 * (m - 1)) + 8);
    }
  });
  test('a third of 2^21 is not favoured, as the high bits of a plain product would favour it', () => {
    // 2^32 mod m is large here: without rejection 1 in 2,900 outputs falls on a value that is one output too many.
    const m = 1_431_000;
    const { below } = xoshiro128([1, 2, 3, 5]);
    let sum = 0;
    for (let i = 0; i < 500_000; i++) sum += below(m);
    const mean = sum / 500_000 / (m - 1);
    expect(Math.abs(mean - 0.5)).toBeLessThan(4.5 * Math.sqrt(1 / 12 / 500_000));
  });
  test('a bound that is no integer from 1 to 2^53 − 1 is refused', () => {
    const { below } = xoshiro128([1, 2, 3, 4]);
    for (const m of [0, -1, 1.5, NaN, Infinity, 2 ** 53, -(2 ** 31), 4_294_967_296.5]) {
      expect(() => below(m)).toThrow(expect.objectContaining({ code: 'OUT_OF_RANGE' }));
    }
  });
});

test('the all-zero state, from which nothing would ever come, is taken as 1, 0, 0, 0', () => {
  const { next } = xoshiro128([0, 0, 0, 0]);
  expect(times(5, next)).toEqual(times(5, xoshiro128([1, 0, 0, 0]).next));
  expect(times(50, next)).not.toContain(undefined);
  expect(new Set(times(50, next)).size).toBeGreaterThan(45);
});

test('streams share nothing', () => {
  const a = xoshiro128([1, 2, 3, 4]);
  const b = xoshiro128([1, 2, 3, 4]);
  a.next();
  expect(b.next()).toBe(vectors[0]!.next[0]);
});
