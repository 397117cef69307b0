import { describe, expect, test } from '@jest/globals';
import { allStages, plannedStages, shareDone, stageWords } from './stages.js';

const over = (stage: string) => ({ stage, done: 1, total: 1, isOver: true, began: 0, heard: 0 });

describe('the stages of a run', () => {
  test('are those of every run, with the methods of its config between, in the order in which they run', () => {
    expect(plannedStages({ walk_forward: {}, causality: {}, new_method: {}, permutation: {} })).toEqual([
      ...['data', 'indicators', 'strategy', 'simulation', 'metrics'],
      ...['permutation', 'walk_forward', 'new_method', 'artifacts'],
    ]);
  });
  test('have one that nobody planned before the last', () => {
    expect(allStages(plannedStages({}), [over('report')]).slice(-2)).toEqual(['report', 'artifacts']);
  });
  test('have words, and their own name where there are none', () => {
    expect([stageWords('metrics'), stageWords('new_stage')]).toEqual(['Measure', 'new stage']);
  });
});

describe('the share that is done', () => {
  const stages = plannedStages({ permutation: {} });
  test('is 0 before the first stage and 1 after the last', () => {
    expect([shareDone(stages, []), shareDone(stages, stages.map(over))]).toEqual([0, 1]);
  });
  test('counts every stage the same: half of one is half of 1 of 7', () => {
    const half = { ...over('permutation'), done: 50, total: 100, isOver: false };
    expect(shareDone(stages, [half])).toBe(0.5 / 7);
  });
  test('is no less than what is known, until more has been heard', () => {
    const heard = stages.slice(0, 4).map(over);
    expect([shareDone(stages, [], 0.5), shareDone(stages, heard, 0.5)]).toEqual([0.5, 4 / 7]);
  });
});
