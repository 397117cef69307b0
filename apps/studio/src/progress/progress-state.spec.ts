import { describe, expect, test } from '@jest/globals';
import type { RunEvent } from '@projecta/client';
import { afterEvent, NOT_BEGUN, timeLeft } from './progress-state.js';

const at = (seconds: number): string => new Date(Date.UTC(2024, 0, 1, 0, 0, seconds)).toISOString();
const of = { run_hash: 'ab12', id: 1, attempt: 1 };

const EVENTS: readonly RunEvent[] = [
  { ...of, type: 'run.queued', at: at(0) },
  { ...of, type: 'run.started', at: at(0) },
  { ...of, type: 'stage.started', at: at(1), stage: 'data', done: 0, total: 1 },
  { ...of, type: 'stage.completed', at: at(1), stage: 'data' },
  { ...of, type: 'stage.started', at: at(2), stage: 'permutation', done: 0, total: 400 },
  { ...of, type: 'stage.progress', at: at(4), stage: 'permutation', done: 100, total: 400 },
];

describe('the progress of a run', () => {
  const now = EVENTS.reduce(afterEvent, NOT_BEGUN);
  test('is its stages in the order in which they began, each as far as it was last told', () => {
    expect(now.status).toBe('running');
    expect(now.stages.map(({ stage, done, total, isOver }) => [stage, done, total, isOver])).toEqual([
      ['data', 1, 1, true],
      ['permutation', 100, 400, false],
    ]);
  });
  test('tells the time left by the pace so far: a quarter took two seconds', () => {
    expect(timeLeft(now.stages[1]!)).toBe(6_000);
  });
  test('tells no time left for a stage that is over, or that has done nothing', () => {
    const [data, permutation] = now.stages;
    expect([timeLeft(data!), timeLeft({ ...permutation!, done: 0 })]).toEqual([undefined, undefined]);
  });
  test('begins anew with an attempt, and is not moved by events of an older one', () => {
    const again = afterEvent(now, { ...of, attempt: 2, type: 'run.queued', at: at(9) });
    expect(again).toEqual({ attempt: 2, status: 'queued', stages: [] });
    expect(afterEvent(again, EVENTS.at(-1)!)).toBe(again);
  });
  test('keeps how far it came when it is cancelled', () => {
    const ended = afterEvent(now, { ...of, type: 'run.cancelled', at: at(5) });
    expect(ended).toEqual({ ...now, status: 'cancelled' });
  });
});
