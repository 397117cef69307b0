import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { completeSample, failSample } from '../testing/finished-run.js';
import { hashOf, sampleRun } from '../testing/sample-run.js';
import { temporaryStore } from '../testing/temporary-store.js';

let context: Awaited<ReturnType<typeof temporaryStore>>;
beforeEach(async () => {
  context = await temporaryStore();
});
afterEach(() => context.drop());

const { run_hash } = sampleRun(1);

test('a run in flight has no last event, one that has ended has', async () => {
  const { runs, events } = context.store;
  await runs.submit(sampleRun(1));
  expect(await runs.standing(run_hash)).toEqual({ run_hash, status: 'queued', attempt: 1, finished_event: null });
  await runs.cancel(run_hash);
  expect(await runs.standing(run_hash)).toEqual({ run_hash, status: 'cancelled', attempt: 1, finished_event: await events.lastId() });
  await runs.submit(sampleRun(1));
  expect(await runs.standing(run_hash)).toMatchObject({ status: 'queued', attempt: 2, finished_event: null });
});

test('a prefix finds it, pruned or not', async () => {
  const { store } = context;
  await completeSample(store, 1);
  await failSample(store, 2, 0);
  expect(await store.runs.standing(run_hash.slice(0, 8))).toMatchObject({ run_hash, status: 'completed' });
  const failed = sampleRun(2).run_hash;
  await expect(store.runs.get(failed)).rejects.toMatchObject({ code: 'RUN_PRUNED' });
  expect(await store.runs.standing(failed)).toMatchObject({ run_hash: failed, status: 'failed', finished_event: expect.any(Number) });
  await expect(store.runs.standing(hashOf('nobody'))).rejects.toMatchObject({ code: 'RUN_NOT_FOUND' });
});

test('only a run that submitting would not begin anew is a repeat', async () => {
  const { store } = context;
  const { runs } = store;
  const repeats = async (n: number) => (await runs.repeated(sampleRun(n).run_hash))?.status;
  expect(await repeats(1)).toBeUndefined();
  await runs.submit(sampleRun(1));
  const { config_hash } = sampleRun(1);
  expect(await runs.repeated(run_hash)).toEqual({ run_hash, config_hash, status: 'queued', attempt: 1 });
  await runs.claim(run_hash, { owner: 'worker-1' });
  expect(await repeats(1)).toBe('running');
  await runs.cancel(run_hash);
  expect(await repeats(1)).toBeUndefined();
  await failSample(store, 2);
  expect(await repeats(2)).toBeUndefined();
  await completeSample(store, 3);
  expect(await repeats(3)).toBe('completed');
  await completeSample(store, 4, { keep: 1 });
  expect(await repeats(3)).toBeUndefined();
});
