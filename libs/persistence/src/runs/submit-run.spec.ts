import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { completeSample, failSample } from '../testing/finished-run.js';
import { completion, sampleRun } from '../testing/sample-run.js';
import { temporaryStore } from '../testing/temporary-store.js';

let context: Awaited<ReturnType<typeof temporaryStore>>;
beforeEach(async () => {
  context = await temporaryStore();
});
afterEach(() => context.drop());

const owner = { owner: 'worker-1', lease_ms: 500 };

describe('submit', () => {
  test('a new run waits as attempt 1 with its event', async () => {
    const { runs, events } = context.store;
    const run = sampleRun(1);
    const { created, run: stored } = await runs.submit(run);
    expect(created).toBe(true);
    expect(stored).toEqual({
      ...run,
      ...{ kind: 'run', dataset_id: null, status: 'queued', attempt: 1, stage: null, progress: 0, owner: null, lease_until: null },
      ...{ created_at: 1_000, started_at: null, finished_at: null, summary: null, error: null, timings: null },
      ...{ manifest_hash: null, pinned: false, pruned_at: null },
    });
    expect(await runs.get(run.run_hash)).toEqual(stored);
    expect(await runs.find(run.run_hash)).toEqual(stored);
    expect(await events.after({})).toEqual([{ id: 1, run_hash: run.run_hash, attempt: 1, type: 'run.queued', at: 1_000, data: {} }]);
  });

  test('200 identical submissions at once make one run', async () => {
    const { runs, events } = context.store;
    const answers = await Promise.all(Array.from({ length: 200 }, () => runs.submit(sampleRun(1))));
    expect(answers.filter(({ created }) => created)).toHaveLength(1);
    expect(new Set(answers.map(({ run }) => run.attempt))).toEqual(new Set([1]));
    expect(await events.after({})).toHaveLength(1);
  });

  test('a run in flight or with results is there; a failed, cancelled or pruned one is tried again', async () => {
    const { store } = context;
    const { runs } = store;
    const submitted = async (n: number) => {
      const { created, run } = await runs.submit(sampleRun(n));
      return [created, run.status, run.attempt];
    };
    await runs.submit(sampleRun(1));
    expect(await submitted(1)).toEqual([false, 'queued', 1]);
    await runs.claimNext(owner);
    expect(await submitted(1)).toEqual([false, 'running', 1]);
    await runs.complete(completion({ ...sampleRun(1), attempt: 1 }));
    expect(await submitted(1)).toEqual([false, 'completed', 1]);
    await completeSample(store, 2, { keep: 1 }); // prunes the first
    expect(await submitted(1)).toEqual([true, 'queued', 2]);
    await failSample(store, 3);
    expect(await submitted(3)).toEqual([true, 'queued', 2]);
    await runs.cancel(sampleRun(3).run_hash);
    expect(await submitted(3)).toEqual([true, 'queued', 3]);
  });

  test('nothing of the attempt before is left in the next', async () => {
    const { store } = context;
    await failSample(store, 1);
    const { run } = await store.runs.submit(sampleRun(1));
    expect(run).toMatchObject({ error: null, started_at: null, finished_at: null, stage: null, progress: 0, created_at: 1_002 });
    expect((await store.events.after({})).map(({ attempt, type }) => [attempt, type])).toEqual([
      [1, 'run.queued'],
      [1, 'run.started'],
      [1, 'run.failed'],
      [2, 'run.queued'],
    ]);
  });

  test('a full queue refuses new runs and only these', async () => {
    const { runs } = context.store;
    const limits = { maxQueued: 2 };
    await Promise.all([1, 2].map((n) => runs.submit(sampleRun(n), limits)));
    await expect(runs.submit(sampleRun(3), limits)).rejects.toMatchObject({ code: 'QUEUE_FULL' });
    expect((await runs.submit(sampleRun(2), limits)).created).toBe(false);
    expect((await runs.submit(sampleRun(3), { ...limits, owner })).run.status).toBe('running');
    expect(await runs.counts()).toEqual({ queued: 2, running: 1, completed: 0, failed: 0, cancelled: 0 });
  });

  test('with an owner it runs at once and nobody else gets it', async () => {
    const { runs, events } = context.store;
    const { run } = await runs.submit(sampleRun(1), { owner });
    expect(run).toMatchObject({ status: 'running', owner: 'worker-1', lease_until: 1_500, started_at: 1_000 });
    expect(await runs.claimNext({ owner: 'worker-2' })).toBeUndefined();
    expect((await events.after({})).map(({ type }) => type)).toEqual(['run.queued', 'run.started']);
  });

  test('what is no run_hash or names a data set that is gone is refused', async () => {
    const { runs } = context.store;
    await expect(runs.submit(sampleRun(1, { run_hash: '../x' }))).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    await expect(runs.submit(sampleRun(1, { dataset_id: 7 }))).rejects.toMatchObject({ code: 'DATA_NOT_FOUND' });
    expect(await context.store.events.lastId()).toBe(0);
  });
});

describe('claim', () => {
  test('the longest waiting comes first, each to one worker', async () => {
    const { runs, events } = context.store;
    for (const n of [1, 2, 3]) await runs.submit(sampleRun(n));
    const claimed = await Promise.all(Array.from({ length: 8 }, (_, i) => runs.claimNext({ owner: `worker-${i}` })));
    const got = claimed.filter((run) => run !== undefined).map(({ run_hash }) => run_hash);
    const started = (await events.after({})).filter(({ type }) => type === 'run.started').map(({ run_hash }) => run_hash);
    expect(started).toEqual([1, 2, 3].map((n) => sampleRun(n).run_hash));
    expect(got.sort()).toEqual(started.sort());
  });

  test('a run that waits is taken by name once', async () => {
    const { runs } = context.store;
    await runs.submit(sampleRun(1));
    const prefix = sampleRun(1).run_hash.slice(0, 8);
    expect(await runs.claim(prefix, owner)).toMatchObject({ status: 'running', owner: 'worker-1' });
    expect(await runs.claim(prefix, owner)).toBeUndefined();
    await expect(runs.claim('0'.repeat(64), owner)).rejects.toMatchObject({ code: 'RUN_NOT_FOUND' });
  });

  test('a lease is renewed for all that an owner computes', async () => {
    const { runs } = context.store;
    await runs.submit(sampleRun(1), { owner });
    await runs.submit(sampleRun(2), { owner: { owner: 'other', lease_ms: 1 } });
    await runs.renew(owner);
    expect(await runs.get(sampleRun(1).run_hash)).toMatchObject({ lease_until: 1_502 });
    expect(await runs.get(sampleRun(2).run_hash)).toMatchObject({ lease_until: 1_002 });
  });
});
