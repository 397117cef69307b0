import { describe, expect, test } from '@jest/globals';
import type { SweepEvent } from '@projecta/client';
import { NOT_BEGUN } from '../../progress/progress-state.js';
import { afterSweepEvent, sweepShare, sweepStages } from './sweep-progress.js';

const of = { sweep_hash: 'ab12', id: 1, attempt: 1, at: '2024-01-01T00:00:00.000Z' };
const EVENTS: readonly SweepEvent[] = [
  { ...of, type: 'run.queued' },
  { ...of, type: 'run.started' },
  { ...of, type: 'stage.started', stage: 'data', done: 0, total: 1 },
  { ...of, type: 'stage.completed', stage: 'data' },
  { ...of, type: 'stage.started', stage: 'sweep', done: 0, total: 100 },
  { ...of, type: 'stage.progress', stage: 'sweep', done: 50, total: 100 },
];

describe('the progress of a sweep', () => {
  const now = EVENTS.reduce(afterSweepEvent, NOT_BEGUN);
  test('is told by its stages', () => {
    expect(now.stages.map(({ stage, done, total }) => [stage, done, total])).toEqual([
      ['data', 1, 1],
      ['sweep', 50, 100],
    ]);
  });
  test('is a share: one light stage and half of a heavy one, of ten', () => {
    expect(sweepShare(now)).toBe(5 / 10);
  });
  test('is whole once it is completed', () => {
    expect(sweepShare({ ...now, status: 'completed' })).toBe(1);
  });
});

test('a judged sweep has a stage more', () => {
  expect([sweepStages({}), sweepStages({ overfitting: { blocks: 16 } })]).toEqual([
    ['data', 'sweep', 'artifacts'],
    ['data', 'sweep', 'overfitting', 'artifacts'],
  ]);
});
