import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { bestCell, markedCell, planeOf, type View } from './plane.js';
import type { SearchSpace } from './search-space.js';

/** A full space whose rows are numbered in grid order, the last axis fastest. */
function spaceOf(sizes: readonly number[]): SearchSpace {
  return {
    axes: sizes.map((size, i) => ({ path: `p${i}`, name: `p${i}`, values: Array.from({ length: size }, (_, k) => k), labels: [] })),
    rowAt: (places) => places.reduce((cell, place, i) => cell * sizes[i]! + place, 0),
    placesOf: () => [],
  };
}

describe('a plane of a space', () => {
  test('has the first axis across and the second up, from the bottom', () => {
    const plane = planeOf(spaceOf([2, 3]), { across: 1, up: 0, held: [0, 0] });
    expect(plane).toEqual({ columns: 3, rows: 2, trials: Int32Array.of(0, 1, 2, 3, 4, 5) });
  });
  test('along one axis is a line', () => {
    expect(planeOf(spaceOf([2, 3]), { across: 0, up: undefined, held: [0, 2] })).toEqual({
      columns: 2,
      rows: 1,
      trials: Int32Array.of(2, 5),
    });
  });
  test('turned over is the same trials, rows for columns', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(sizes, (of) => {
        const space = spaceOf(of);
        const view: View = { across: 0, up: 1, held: of.map((size) => size - 1) };
        const [plane, turned] = [planeOf(space, view), planeOf(space, { ...view, across: 1, up: 0 })];
        for (let column = 0; column < plane.columns; column++)
          for (let row = 0; row < plane.rows; row++)
            expect(turned.trials[column * turned.columns + row]).toBe(plane.trials[row * plane.columns + column]);
      }),
    );
  });
});

describe('the best cell', () => {
  const plane = { columns: 4, rows: 1, trials: Int32Array.of(-1, 0, 1, 2) };
  test('is the first of ties, and passes over what was skipped or has no value', () => {
    expect(bestCell(plane, Float64Array.of(NaN, 3, 3), false)).toBe(2);
    expect(bestCell(plane, Float64Array.of(1, 3, 0), true)).toBe(3);
  });
  test('to mark is the best by the objective that has the shown value, else the best of these', () => {
    const of = (...values: number[]) => ({ values: Float64Array.from(values), lowerIsBetter: false });
    expect(markedCell(plane, of(1, 2, 3), of(5, 9, NaN))).toBe(2);
    expect(markedCell(plane, of(NaN, NaN, 3), of(5, 9, NaN))).toBe(2);
    expect(markedCell(plane, of(1, 2, 3), of(NaN, NaN, NaN))).toBe(-1);
  });
  test('is none without a value', () => {
    expect(bestCell(plane, Float64Array.of(NaN, NaN, NaN), false)).toBe(-1);
  });
});
