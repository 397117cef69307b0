import { describe, expect, test } from '@jest/globals';
import type { Trials } from '../trials/trials.js';
import { firstView } from './first-view.js';
import { searchSpace } from './search-space.js';

/** Every combination of a grid, the last axis fastest, with an objective of its values. */
function full(grid: Readonly<Record<string, (number | boolean)[]>>, objectiveOf: (...values: number[]) => number) {
  const points = Object.values(grid).reduce<(number | boolean)[][]>(
    (all, values) => all.flatMap((point) => values.map((value) => [...point, value])),
    [[]],
  );
  const params = Object.fromEntries(
    Object.entries(grid).map(([path, values], i) => {
      const column = points.map((point) => point[i]!);
      return [path, typeof values[0] === 'number' ? Float64Array.from(column as number[]) : (column as boolean[])];
    }),
  );
  const trials: Trials = { rows: points.length, trial: Float64Array.from(points.keys()), run_hash: [], params, metrics: {} };
  const objective = Float64Array.from(points, (point) => objectiveOf(...point.map(Number)));
  return { trials, objective, space: searchSpace({ grid }, trials)! };
}

describe('what is looked at first', () => {
  test('is the two axes that move the objective most, the longer one across', () => {
    const { space, trials, objective } = full({ a: [1, 2, 3], b: [1, 2], c: [1, 2, 3] }, (a, b, c) => a + 10 * b + 100 * c);
    expect(firstView(space, trials, { objective, best: 17 })).toEqual({ across: 2, up: 1, held: [2, 1, 2] });
  });
  test('has numbers before flags', () => {
    const { space, trials, objective } = full({ a: [false, true], b: [1, 2], c: [1, 2] }, (a) => 100 * a);
    expect(firstView(space, trials, { objective, best: 4 })).toEqual({ across: 2, up: 1, held: [1, 0, 0] });
  });
  test('is the axes with most values while no value is known', () => {
    const { space, trials, objective } = full({ a: [1, 2], b: [1, 2, 3], c: [1, 2, 3, 4] }, () => NaN);
    expect(firstView(space, trials, { objective, best: 13 })).toEqual({ across: 2, up: 1, held: [1, 0, 1] });
  });
  test('is a line where one axis varies', () => {
    const { space, trials, objective } = full({ a: [1, 2, 3] }, (a) => a);
    expect(firstView(space, trials, { objective, best: 2 })).toEqual({ across: 0, up: undefined, held: [2] });
  });
});
