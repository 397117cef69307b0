import { describe, expect, test } from '@jest/globals';
import { ranked, type TrialQuery } from './ranked.js';
import type { Trials } from './trials.js';

const TRIALS: Trials = {
  rows: 4,
  trial: Float64Array.of(0, 1, 2, 3),
  run_hash: ['a', 'b', 'c', 'd'],
  params: { fast: Float64Array.of(4, 2, 4, 2), mode: ['x', 'y', 'y', 'x'] },
  metrics: { sharpe: Float64Array.of(1, NaN, 3, 1) },
};
const of = (query: Partial<TrialQuery>): number[] => [...ranked(TRIALS, { sort: 'trial', order: 'ascending', only: {}, ...query })];

describe('ranked trials', () => {
  test('come by a metric, ties in the order of trials, without a value last whichever way', () => {
    expect([of({ sort: 'metric sharpe' }), of({ sort: 'metric sharpe', order: 'descending' })]).toEqual([
      [0, 3, 2, 1],
      [2, 0, 3, 1],
    ]);
  });
  test('come by a parameter, numbers and texts alike', () => {
    expect([of({ sort: 'param fast' }), of({ sort: 'param mode', order: 'descending' })]).toEqual([
      [1, 3, 0, 2],
      [1, 2, 0, 3],
    ]);
  });
  test('are those with the wanted values', () => {
    expect([of({ only: { fast: '2' } }), of({ only: { fast: '2', mode: 'x' } }), of({ only: { fast: '9' } })]).toEqual([[1, 3], [3], []]);
  });
  test('are those on a side of a value, a metric that does not exist on none', () => {
    const within = (side: 'least' | 'most') => of({ bound: { metric: 'sharpe', side, value: 1 } });
    expect([within('least'), within('most')]).toEqual([
      [0, 2, 3],
      [0, 3],
    ]);
  });
  test('stay in their order where a metric is not loaded', () => {
    expect(of({ sort: 'metric cagr', order: 'descending' })).toEqual([0, 1, 2, 3]);
  });
});
