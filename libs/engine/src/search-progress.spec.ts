import { expect, test } from '@jest/globals';
import { type Progress, RunCancelled } from './progress.js';
import { marketOf } from './testing/market.twin.js';
import { runOn } from './testing/run-on.twin.js';

const grid = { lookback: Array.from({ length: 30 }, (_, i) => i + 1) };
const SEARCHES = {
  permutation: { bars: 2500, validation: { permutation: { trials: 2 }, walk_forward: { folds: 3, grid } } },
  walk_forward: { bars: 2500, validation: { walk_forward: { folds: 3, grid } } },
  overfitting: { bars: 300, validation: { walk_forward: { folds: 1, grid }, overfitting: { blocks: 4, samples: 20 } } },
} as const;
type Method = keyof typeof SEARCHES;
const METHODS = Object.keys(SEARCHES) as Method[];

const search = (method: Method, rest: Parameters<typeof runOn>[2]) => {
  const { bars, validation } = SEARCHES[method];
  return runOn(marketOf({ bars, seed: 2 }), { strategy: { name: 'momentum' }, validation }, rest);
};

test.each(METHODS)('the progress of %s rises within its total', async (method) => {
  const told: Progress[] = [];
  await search(method, { onProgress: (progress) => void told.push(progress) });
  const ofMethod = told.filter(({ stage }) => stage === method);
  expect(ofMethod.length).toBeGreaterThan(1);
  ofMethod.forEach(({ done, total }, i) => {
    expect(total).toBe(ofMethod[0]!.total);
    expect(done >= (ofMethod[i - 1]?.done ?? 0) && done <= total).toBe(true);
  });
});
test.each(METHODS)('a cancel in the middle of %s ends the run there', async (method) => {
  const signal = { aborted: false };
  let after = 0;
  const onProgress = ({ stage, done }: Progress): void => {
    if (signal.aborted) after++;
    if (stage === method && done > 0) signal.aborted = true;
  };
  await expect(search(method, { signal, onProgress })).rejects.toBeInstanceOf(RunCancelled);
  expect(after).toBe(0);
});
