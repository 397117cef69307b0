import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { bestByObjective } from './best-by-objective.js';
import { gridPoint, gridSize } from './grid-points.js';
import { parameterStability } from './parameter-stability.js';
import { walkForwardEfficiency } from './walk-forward-efficiency.js';
import { segmentLength, walkForwardSegments } from './walk-forward-segments.js';

const spans = (cut: Parameters<typeof walkForwardSegments>[0]) =>
  walkForwardSegments(cut).map(({ train, test: tested }) => [train.from, train.to, tested.from, tested.to]);

describe('§9: walkForwardSegments', () => {
  test('anchored trains on all before the test, less the embargo', () => {
    expect(spans({ bars: 103, folds: 4, scheme: 'anchored', embargo: 3 })).toEqual([
      [0, 17, 20, 40],
      [0, 37, 40, 60],
      [0, 57, 60, 80],
      [0, 77, 80, 103],
    ]);
  });
  test('rolling trains on the segment before', () => {
    expect(spans({ bars: 103, folds: 4, scheme: 'rolling', embargo: 0 })).toEqual([
      [0, 20, 20, 40],
      [20, 40, 40, 60],
      [40, 60, 60, 80],
      [60, 80, 80, 103],
    ]);
  });
  test('folds + 1 segments of floor(n/(folds + 1)), the rest to the last; the tests cover every bar after the first segment once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 5000 }), fc.integer({ min: 1, max: 60 }), fc.nat(20), (bars, folds, embargo) => {
        const cut = { bars, folds, scheme: 'anchored', embargo } as const;
        const found = walkForwardSegments(cut);
        expect(found.map(({ fold }) => fold)).toEqual(Array.from({ length: folds }, (_, i) => i + 1));
        expect(segmentLength(cut)).toBe(Math.floor(bars / (folds + 1)));
        found.forEach(({ train, test: tested }, i) => {
          expect(tested.from).toBe((i + 1) * segmentLength(cut));
          expect(tested.to).toBe(i === folds - 1 ? bars : found[i + 1]!.test.from);
          expect(train.to).toBe(tested.from - embargo);
        });
      }),
    );
  });
});

describe('§9: grid order', () => {
  test('names sorted, the last one fastest, values in the order given', () => {
    const grid = { slow: [30, 20], fast: [5, 1, 5] };
    expect(Array.from({ length: gridSize(grid) }, (_, i) => gridPoint(grid, i))).toEqual([
      { fast: 5, slow: 30 },
      { fast: 5, slow: 20 },
      { fast: 1, slow: 30 },
      { fast: 1, slow: 20 },
      { fast: 5, slow: 30 },
      { fast: 5, slow: 20 },
    ]);
    expect(Object.keys(gridPoint(grid, 0))).toEqual(['fast', 'slow']);
  });
  test('names are sorted by code unit, not by a locale', () => {
    expect(Object.keys(gridPoint({ b: [1], a: [1], B: [1], a_: [1] }, 0))).toEqual(['B', 'a', 'a_', 'b']);
  });
  test('of no names is one point, of no values none', () => {
    expect([gridSize({}), gridPoint({}, 0)]).toEqual([1, {}]);
    expect(gridSize({ a: [], b: [1, 2] })).toBe(0);
  });
});

describe('E8: bestByObjective', () => {
  test('takes the largest, or the least of what is better when less', () => {
    expect(bestByObjective(Float64Array.of(1, 3, 2), false)).toBe(1);
    expect(bestByObjective(Float64Array.of(1, 3, 0.5), true)).toBe(2);
  });
  test('E11: the first value that ties with the best', () => {
    expect(bestByObjective(Float64Array.of(0, 2 - 1e-9, 2, 2), false)).toBe(1);
    expect(bestByObjective(Float64Array.of(0, 2 - 3e-9, 2, 2), false)).toBe(2);
    expect(bestByObjective(Float64Array.of(5, 2 + 1e-9, 2), true)).toBe(1);
    expect(bestByObjective(Float64Array.of(-5, -5 - 1e-9, -1), true)).toBe(0);
  });
  test('a null objective ranks last, below every number; all null: the first', () => {
    expect(bestByObjective(Float64Array.of(NaN, -1e9, NaN), false)).toBe(1);
    expect(bestByObjective(Float64Array.of(NaN, 1e9, NaN), true)).toBe(1);
    expect(bestByObjective(Float64Array.of(NaN, NaN), false)).toBe(0);
  });
});

describe('E8: efficiency and stability', () => {
  test('efficiency is the mean of the tests’ mean returns over that of the trains', () => {
    expect(walkForwardEfficiency([0.01, 0.03], [0.01, -0.002])).toBeCloseTo(0.2, 14);
    expect(walkForwardEfficiency([0.01], [-0.02])).toBe(-2);
  });
  test('is null where the trains’ is not positive', () => {
    expect(walkForwardEfficiency([0.01, -0.01], [0.01, 0.01])).toBeNull();
    expect(walkForwardEfficiency([-0.01], [-0.01])).toBeNull();
    expect(walkForwardEfficiency([5e-324], [1e300])).toBeNull();
  });
  test('stability is the share of folds that chose the most frequent value, per parameter', () => {
    const chosen = [
      { fast: 5, slow: 20 },
      { fast: 5, slow: 30 },
      { fast: 9, slow: 40 },
      { fast: 5, slow: 20 },
    ];
    expect(parameterStability(chosen)).toEqual({ fast: 0.75, slow: 0.5 });
    expect(parameterStability([{ x: true }, { x: 'true' }])).toEqual({ x: 0.5 });
    expect(parameterStability([{}, {}])).toEqual({});
  });
});
