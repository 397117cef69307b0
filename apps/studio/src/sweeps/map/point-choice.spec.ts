import { expect, test } from '@jest/globals';
import { drawnRows, influentialPaths } from './point-choice.js';

test('the numbers that move the objective most come first, and what never varies or is no number is left out', () => {
  const params = {
    still: Float64Array.of(1, 1, 1),
    weak: Float64Array.of(1, 2, 1),
    strong: Float64Array.of(1, 2, 3),
    flag: [true, false, true],
  };
  expect(influentialPaths({ params }, Float64Array.of(1, 5, 9))).toEqual(['strong', 'weak']);
});

test('points without one of their numbers are not drawn', () => {
  expect(drawnRows(Float64Array.of(1, NaN, 3), [Float64Array.of(1, 2, 3)], 0)).toEqual([0, 2]);
});

test('of very many points the first are drawn, and the best', () => {
  const values = new Float64Array(6_000);
  const rows = drawnRows(values, [], 5_500);
  expect([rows.length, rows.at(-1), rows.at(-2)]).toEqual([5_001, 5_500, 4_999]);
});
