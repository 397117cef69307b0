import { describe, expect, test } from '@jest/globals';
import type { SweepEvent } from '@projecta/client';
import { afterTold, nothingTold } from './told-trials.js';

const of = { sweep_hash: 'ab12', id: 1, attempt: 1, at: '2024-01-01T00:00:00.000Z' };
const step = (trials: [number, number | null][], attempt = 1): SweepEvent => ({
  ...{ ...of, attempt, type: 'stage.progress', stage: 'sweep', done: 0, total: 4 },
  trials,
});
const after = (...events: readonly SweepEvent[]) => events.reduce(afterTold, nothingTold(4));

describe('what is told of trials', () => {
  test('adds up, in any order', () => {
    const { count, hasEnded, values } = after(
      step([[2, 0.5]]),
      step([
        [0, null],
        [3, -1],
      ]),
    );
    expect([count, [...hasEnded], [...values]]).toEqual([3, [1, 0, 1, 1], [NaN, NaN, 0.5, -1]]);
  });
  test('leaves what was known before as it was', () => {
    const before = after(step([[2, 0.5]]));
    afterTold(before, step([[1, 7]]));
    expect([before.count, before.values[1]]).toEqual([1, NaN]);
  });
  test('begins anew with another attempt, whose late predecessor is not heard', () => {
    const again = after(step([[2, 0.5]]), { ...of, attempt: 2, type: 'run.queued' });
    expect([again.count, again.attempt]).toEqual([0, 2]);
    expect(afterTold(again, step([[1, 1]]))).toBe(again);
  });
  test('is the very same after an event that says nothing of them', () => {
    const told = after(step([[2, 0.5]]));
    expect(afterTold(told, { ...of, type: 'stage.completed', stage: 'sweep' })).toBe(told);
  });
});
