import { describe, expect, test } from '@jest/globals';
import type { Progress, TrialValue } from '@projecta/engine';
import { thinnedProgress } from './thinned-progress.js';

/** What is told of progress that comes at these times, in ms. */
function told(given: readonly (readonly [at: number, progress: Progress])[]): readonly Progress[] {
  const all: Progress[] = [];
  let clock = 0;
  const tell = (progress: Progress): void => void all.push(progress);
  const { show, end } = thinnedProgress(tell, () => clock);
  for (const [at, progress] of given) {
    clock = at;
    show(progress);
  }
  end();
  return all;
}

const step = (done: number): Progress => ({ stage: 'sweep', done, total: 9 });
const judging: Progress = { stage: 'overfitting', done: 0, total: 2 };
const withTrials = (done: number, ...trials: readonly TrialValue[]): Progress => ({ ...step(done), trials });

describe('progress', () => {
  test('is told at most ten times a second', () => {
    const given = Array.from({ length: 100 }, (_, i) => [i * 10, step(i)] as const);
    expect(told(given).map(({ done }) => done)).toEqual([0, 10, 20, 30, 40, 50, 60, 70, 80, 90]);
  });
  test('is told at every change of stage', () => {
    const given = [step(0), judging, step(1)].map((progress, at) => [at, progress] as const);
    expect(told(given)).toEqual([step(0), judging, step(1)]);
  });
});

describe('trials', () => {
  const first = [0, step(0)] as const;
  test('that fall between are told with the next that is told', () => {
    const given = [first, [10, withTrials(1, [0, 0.5])], [20, withTrials(2, [1, null])], [100, withTrials(3, [2, -1])]] as const;
    expect(told(given)).toEqual([step(0), withTrials(3, [0, 0.5], [1, null], [2, -1])]);
  });
  test('are told once', () => {
    const given = [
      [0, withTrials(1, [0, 1])],
      [100, withTrials(2, [1, 2])],
      [110, step(2)],
    ] as const;
    expect(told(given)).toEqual([withTrials(1, [0, 1]), withTrials(2, [1, 2])]);
  });
  test('are told before the next stage begins', () => {
    expect(told([first, [10, withTrials(9, [8, 2])], [11, judging]])).toEqual([step(0), withTrials(9, [8, 2]), judging]);
  });
  test('are told before the end, whatever comes after them', () => {
    expect(told([first, [10, withTrials(9, [8, 2])], [20, step(9)]])).toEqual([step(0), withTrials(9, [8, 2])]);
  });
});
