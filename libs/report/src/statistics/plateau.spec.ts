import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { plateauOf, type SearchGrid } from './plateau.js';
import { naivePlateau } from './plateau.twin.js';

const grid: SearchGrid = {
  shape: [3, 4],
  // prettier-ignore
  values: Float64Array.of(
    1, 9, 2, 10,
    8, 10, 9, 0,
    NaN, 9, 1, 9.5,
  ),
  best: 5,
  lowerIsBetter: false,
  tolerance: 0.1,
};

/** Searches of one to three axes, some of their cells skipped, values that tie often. */
const searches = fc
  .array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 3 })
  .chain((shape) => {
    const cells = shape.reduce((product, length) => product * length, 1);
    const values = fc.array(fc.oneof(fc.integer({ min: -4, max: 4 }), fc.constant(NaN)), { minLength: cells, maxLength: cells });
    return fc.record({
      shape: fc.constant(shape),
      values,
      best: fc.nat(cells - 1),
      lowerIsBetter: fc.boolean(),
      tolerance: fc.constantFrom(0, 0.1, 0.25, 0.5, 1),
    });
  })
  .map(({ values, best, lowerIsBetter, ...rest }): SearchGrid => {
    const known = values.filter((value) => !Number.isNaN(value)).concat(0);
    const top = lowerIsBetter ? Math.min(...known) : Math.max(...known);
    const filled = values.map((value, cell) => (cell === best ? top : value));
    return { ...rest, values: Float64Array.from(filled), best, lowerIsBetter };
  });

describe('plateauOf', () => {
  test('holds what steps over good cells lead to, and no good cell beyond a poor one', () => {
    expect(plateauOf(grid)).toEqual({ limit: 9, cells: [1, 5, 6, 9], neighbours: [1, 4, 6, 9] });
  });

  test('of a lone peak is the peak', () => {
    const values = Float64Array.of(0, 0, 5, 0, 0);
    expect(plateauOf({ ...grid, shape: [5], values, best: 2 }).cells).toEqual([2]);
  });

  test('a row’s end and the next row’s start are no neighbours', () => {
    expect(plateauOf({ ...grid, shape: [2, 3], values: Float64Array.of(0, 0, 5, 5, 0, 0), best: 2 }).cells).toEqual([2]);
  });

  test('E11: what ties with the limit belongs', () => {
    const values = Float64Array.of(9 * (1 - 1e-12), 10, 0);
    expect(plateauOf({ ...grid, shape: [3], values, best: 1 }).cells).toEqual([0, 1]);
  });

  test('of equal values is everything that ran', () => {
    expect(plateauOf({ ...grid, shape: [4], values: Float64Array.of(3, 3, 3, NaN), best: 0 }).cells).toEqual([0, 1, 2]);
  });

  test('is that of its naive twin', () => {
    fc.assert(
      fc.property(searches, (search) => expect(plateauOf(search)).toEqual(naivePlateau(search))),
      { seed: 5 },
    );
  });

  test('grows with the tolerance', () => {
    const wider = fc.property(searches, (search) => {
      const inner = plateauOf({ ...search, tolerance: search.tolerance / 2 }).cells;
      expect(plateauOf(search).cells).toEqual(expect.arrayContaining([...inner]));
    });
    fc.assert(wider, { seed: 6 });
  });

  test('is the same when all values are scaled by a power of two, or turned over with what is better', () => {
    const turned = fc.property(searches, (search) => {
      const { cells } = plateauOf(search);
      expect(plateauOf({ ...search, values: search.values.map((value) => value * 8) }).cells).toEqual(cells);
      const over = { ...search, values: search.values.map((value) => -value), lowerIsBetter: !search.lowerIsBetter };
      expect(plateauOf(over).cells).toEqual(cells);
    });
    fc.assert(turned, { seed: 7 });
  });
});
