import { expect, test } from '@jest/globals';
import { array, assert, constant, double, nat, oneof, property } from 'fast-check';
import { extremesOf } from './extremes.js';

const values = array(oneof(double({ noNaN: true, noDefaultInfinity: true }), constant(NaN)), { minLength: 1, maxLength: 70 });

/** By looking at every one. */
function naive(all: readonly number[]): { low: number; high: number } | null {
  const known = all.filter((value) => !Number.isNaN(value));
  return known.length === 0 ? null : { low: Math.min(...known), high: Math.max(...known) };
}

test('a range has the least and the greatest of its bars, whatever range', () => {
  assert(
    property(values, nat(80), nat(80), (all, a, b) => {
      const column = Float64Array.from(all);
      const [from, to] = [Math.min(a, b) - 5, Math.max(a, b)];
      const range = extremesOf(column, column).range(from, to);
      expect(range && [range.low + 0, range.high + 0]).toEqual(
        ((found) => found && [found.low + 0, found.high + 0])(naive(all.slice(Math.max(0, from), to + 1))),
      );
    }),
  );
});
test('a level has those of each run of its power of two', () => {
  assert(
    property(values, nat(8), (all, level) => {
      const column = Float64Array.from(all);
      const length = Math.ceil(Math.log2(all.length));
      const size = 1 << Math.min(level, length);
      const { low, high } = extremesOf(column, column).level(level);
      for (let i = 0; i < low.length; i++) {
        const found = naive(all.slice(i * size, (i + 1) * size));
        if (found) expect([low[i]! + 0, high[i]! + 0]).toEqual([found.low + 0, found.high + 0]);
        else expect(low[i]! <= high[i]!).toBe(false);
      }
    }),
  );
});
