import { describe, expect, test } from '@jest/globals';
import type { Trials } from '../trials/trials.js';
import { searchSpace } from './search-space.js';

const GRID = { 'execution.flatten_end': [true, false], 'strategy.params.fast': [4, 2], 'strategy.params.slow': [10] };

/** Three of four combinations ran. */
const TRIALS: Trials = {
  rows: 3,
  trial: Float64Array.of(0, 1, 3),
  run_hash: ['a', 'b', 'c'],
  params: {
    'execution.flatten_end': [true, true, false],
    'strategy.params.fast': Float64Array.of(4, 2, 2),
    'strategy.params.slow': Float64Array.of(10, 10, 10),
  },
  metrics: {},
};

describe('the space of a grid', () => {
  const space = searchSpace({ grid: GRID }, TRIALS)!;
  test('has the axes that vary: numbers ascend, flags stand as given', () => {
    expect(space.axes).toEqual([
      { path: 'execution.flatten_end', name: 'execution.flatten_end', values: [true, false], labels: ['true', 'false'] },
      { path: 'strategy.params.fast', name: 'fast', values: [2, 4], labels: ['2', '4'] },
    ]);
  });
  test('leads from places to rows and back', () => {
    expect([space.rowAt([0, 1]), space.rowAt([0, 0]), space.rowAt([1, 0])]).toEqual([0, 1, 2]);
    expect([0, 1, 2].map((row) => space.placesOf(row))).toEqual([
      [0, 1],
      [0, 0],
      [1, 0],
    ]);
  });
  test('has no row where a combination was skipped', () => {
    expect(space.rowAt([1, 1])).toBe(-1);
  });
});

describe('there is no space', () => {
  test('of random draws, nor of a single value', () => {
    expect([searchSpace({}, TRIALS), searchSpace({ grid: { 'strategy.params.slow': [10] } }, TRIALS)]).toEqual([null, null]);
  });
});
