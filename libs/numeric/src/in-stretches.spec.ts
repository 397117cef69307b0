import { expect, test } from '@jest/globals';
import { inStretches } from './in-stretches.js';

test('stretches cover a range once, in order, and nothing of an empty one', () => {
  for (const [from, to] of [
    [0, 0],
    [5, 5],
    [5, 4],
    [0, 1],
    [3, 1027],
    [3, 1028],
    [7, 5000],
  ] as const) {
    const seen: number[] = [];
    inStretches(from, to, (start, end) => {
      for (let t = start; t < end; t++) seen.push(t);
    });
    expect(seen).toEqual(Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i));
  }
});
