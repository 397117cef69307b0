import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { drawIndices } from './draw-indices.js';
import { randomStream } from './random-stream.js';
import { shuffle } from './shuffle.js';

describe('shuffle', () => {
  test('keeps every item, in lists as in typed arrays', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.nat(), (items, trial) => {
        const list = [...items];
        shuffle(randomStream(42, 'test', trial), list);
        const column = Float64Array.from(items);
        shuffle(randomStream(42, 'test', trial), column);
        expect([...column]).toEqual(list);
        expect([...list].sort()).toEqual([...items].sort());
      }),
    );
  });
  test('all 24 orders of four items are equally likely', () => {
    const stream = randomStream(42, 'test', 0);
    const counts = new Map<string, number>();
    for (let i = 0; i < 120_000; i++) {
      const items = ['a', 'b', 'c', 'd'];
      shuffle(stream, items);
      const order = items.join('');
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.size).toBe(24);
    const chiSquared = [...counts.values()].reduce((sum, count) => sum + (count - 5_000) ** 2 / 5_000, 0);
    expect(chiSquared).toBeLessThan(23 + 4.5 * Math.sqrt(46) + 8);
  });
  test('takes one draw an item but the first, from the end', () => {
    const asked: number[] = [];
    const stream = randomStream(42, 'test', 0);
    const items = [1, 2, 3, 4, 5];
    shuffle({ ...stream, below: (m) => (asked.push(m), m - 1) }, items);
    expect(asked).toEqual([5, 4, 3, 2]);
    expect(items).toEqual([1, 2, 3, 4, 5]); // j = i: every item swaps with itself
  });
});

test.each([0, 1, 2, 5, 2500, 2_097_155])('a stream shuffles %i indices as it shuffles a list, and goes on from the same state', (n) => {
  for (let trial = 0; trial < (n > 10_000 ? 1 : 50); trial++) {
    const items = Uint32Array.from({ length: n }, (_, i) => i);
    const expected = items.slice();
    const [stream, other] = [randomStream(42, 'test', trial), randomStream(42, 'test', trial)];
    stream.shuffle(items);
    shuffle(other, expected);
    expect(items.every((item, i) => item === expected[i])).toBe(true);
    expect(stream.next()).toBe(other.next());
  }
});

test('drawIndices draws below(m) an item, in turn', () => {
  const stream = randomStream(1, 'test', 0);
  const expected = Array.from({ length: 100 }, () => stream.below(17));
  const out = new Int32Array(100);
  drawIndices(randomStream(1, 'test', 0), 17, out);
  expect([...out]).toEqual(expected);
});
