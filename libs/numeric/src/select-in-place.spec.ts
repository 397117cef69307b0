import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { selectInPlace } from './select-in-place.js';

const values = fc.oneof(
  fc.array(fc.double({ noNaN: true }), { minLength: 1, maxLength: 200 }),
  fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 200 }),
);

function expectSelected(input: readonly number[], k: number): void {
  const selected = Float64Array.from(input);
  selectInPlace(selected, k);
  const sorted = Float64Array.from(input).sort();
  expect(selected[k] === sorted[k]).toBe(true);
  expect(selected.subarray(0, k).every((value) => value <= selected[k]!)).toBe(true);
  expect(selected.subarray(k).every((value) => value >= selected[k]!)).toBe(true);
  expect(selected.toSorted().every((value, i) => value === sorted[i])).toBe(true);
}

describe('selectInPlace', () => {
  test('puts in place what sorting would, nothing larger before and nothing smaller after', () => {
    fc.assert(
      fc.property(values, fc.nat(), (input, at) => expectSelected(input, at % input.length)),
      { numRuns: 300 },
    );
  });

  // Longer than a sample, in the orders that trip selection algorithms.
  const N = 4001;
  test.each([
    ['ascending', (i: number) => i],
    ['descending', (i: number) => -i],
    ['organ pipe', (i: number) => Math.min(i, N - i)],
    ['saw', (i: number) => i % 97],
    ['constant', () => 1],
    ['two values', (i: number) => (i * 7_919) % 2],
    ['shuffled', (i: number) => (i * 7_919) % N],
    ['calm, then wild', (i: number) => ((i * 7_919) % N) * (i < N / 2 ? 1e-6 : 1) - N / 2],
  ])('selects from %s values', (_name, value) => {
    const input = Array.from({ length: N }, (_, i) => value(i));
    for (const k of [0, 200, 201, 2000, N - 1]) expectSelected(input, k);
  });
});
