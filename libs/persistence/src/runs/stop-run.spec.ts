import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { completeSample, failSample } from '../testing/finished-run.js';
import { completion, sampleRun } from '../testing/sample-run.js';
import { temporaryStore } from '../testing/temporary-store.js';

let context: Awaited<ReturnType<typeof temporaryStore>>;
beforeEach(async () => {
  context = await temporaryStore();
});
afterEach(() => context.drop());

const owner = { owner: 'worker-1' };
const { run_hash } = sampleRun(1);

describe('fail', () => {
  test('stores the problem and tells its code', async () => {
    const { runs, events } = context.store;
    const error = { code: 'LOOK_AHEAD', title: 'Looks ahead', detail: 'Bar 7 differs.' };
    await runs.submit(sampleRun(1), { owner });
    const answer = await runs.fail({ run_hash, attempt: 1, error, timings: { total: 3 }, events: [{ type: 'run.warning' }] });
    expect(answer).toMatchObject({ stopped: true, pruned: [], run: { status: 'failed', error, timings: { total: 3 }, owner: null } });
    expect(await runs.get(run_hash)).toEqual(answer!.run);
    expect((await events.after({ afterId: 2 })).map(({ type, data }) => [type, data])).toEqual([
      ['run.warning', {}],
      ['run.failed', { code: 'LOOK_AHEAD', message: 'Bar 7 differs.' }],
    ]);
  });

  test('an attempt that does not run is left alone', async () => {
    const { runs, events } = context.store;
    const failure = { run_hash, attempt: 1, error: { code: 'INTERNAL' } };
    expect(await runs.fail(failure)).toBeUndefined();
    await runs.submit(sampleRun(1));
    expect(await runs.fail(failure)).toMatchObject({ stopped: false, run: { status: 'queued' } });
    await runs.claimNext(owner);
    expect(await runs.fail({ ...failure, attempt: 2 })).toMatchObject({ stopped: false, run: { status: 'running' } });
    expect(await events.lastId()).toBe(2);
  });
});

describe('cancel', () => {
  test('a run in flight ends at once, and its worker hears it', async () => {
    const { runs, events } = context.store;
    await runs.submit(sampleRun(1), { owner });
    expect(await runs.cancel(run_hash.slice(0, 8))).toMatchObject({ stopped: true, run: { status: 'cancelled', owner: null } });
    const report = { run_hash, attempt: 1, stage: 'metrics', progress: 0.9, events: [{ type: 'stage.progress' as const }] };
    expect(await runs.progress(report)).toEqual({ running: false, events: [] });
    expect(await events.append(report)).toEqual([]);
    expect(await runs.get(run_hash)).toMatchObject({ stage: null, progress: 0 });
    expect((await events.after({})).at(-1)!.type).toBe('run.cancelled');
  });

  test('a run that has ended is unchanged', async () => {
    const { store } = context;
    await completeSample(store, 1);
    await failSample(store, 2);
    const last = await store.events.lastId();
    expect(await store.runs.cancel(run_hash)).toMatchObject({ stopped: false, run: { status: 'completed' } });
    expect(await store.runs.cancel(sampleRun(2).run_hash)).toMatchObject({ stopped: false, run: { status: 'failed' } });
    expect(await store.events.lastId()).toBe(last);
  });
});

describe('progress', () => {
  test('stage, share and events are stored together', async () => {
    const { runs, events } = context.store;
    await runs.submit(sampleRun(1), { owner });
    const report = {
      run_hash,
      attempt: 1,
      stage: 'simulation',
      progress: 0.4,
      events: [{ type: 'stage.started' as const, data: { stage: 'simulation' } }],
    };
    const answer = await runs.progress(report);
    expect(answer).toMatchObject({ running: true, events: [{ id: 3, type: 'stage.started' }] });
    expect(await events.after({ afterId: 2 })).toEqual(answer.events);
    expect(await runs.get(run_hash)).toMatchObject({ stage: 'simulation', progress: 0.4 });
    expect(await runs.progress({ run_hash, attempt: 1 })).toEqual({ running: true, events: [] });
    expect(await runs.progress({ run_hash, attempt: 2 })).toEqual({ running: false, events: [] });
  });
});

describe('recover', () => {
  test('queues again what the dead computed, in the old places, as the next attempt', async () => {
    const { runs, events } = context.store;
    for (const n of [1, 2, 3]) await runs.submit(sampleRun(n));
    await runs.claimNext({ owner: 'dead' });
    await runs.claimNext({ owner: 'alive' });
    expect(await runs.recover((name) => name === 'alive')).toEqual([run_hash]);
    expect(await runs.get(run_hash)).toMatchObject({ status: 'queued', attempt: 2, owner: null, created_at: 1_000 });
    expect((await events.after({ runs: [run_hash] })).at(-1)).toMatchObject({ type: 'run.queued', attempt: 2 });
    expect(await runs.complete(completion({ run_hash, attempt: 1 }))).toMatchObject({ completed: false });
    expect((await runs.claimNext(owner))?.run_hash).toBe(run_hash);
    expect(await runs.recover((name) => name !== 'dead')).toEqual([]);
  });

  test('asks with the end of the lease', async () => {
    const { runs } = context.store;
    await runs.submit(sampleRun(1), { owner: { owner: 'worker-1', lease_ms: 200 } });
    const asked: unknown[] = [];
    await runs.recover((...question) => asked.push(question) > 0);
    expect(asked).toEqual([['worker-1', 1_200]]);
  });
});

describe('remove and pin', () => {
  test('a removed run takes its events with it and leaves the ledger', async () => {
    const { store } = context;
    await completeSample(store, 1);
    expect(await store.runs.remove(run_hash.slice(0, 12))).toMatchObject({ status: 'completed' });
    await expect(store.runs.get(run_hash)).rejects.toMatchObject({ code: 'RUN_NOT_FOUND' });
    expect(await store.events.after({})).toEqual([]);
    expect(await store.ledger.count()).toBe(1);
    expect(await store.selection.tried({ symbol: 'TEST', start: 0, end: 1 })).toHaveLength(1);
    expect((await store.runs.submit(sampleRun(1))).run.attempt).toBe(1);
    expect((await store.events.after({}))[0]!.id).toBe(4); // ids are never used twice
  });

  test('a pinned run is not removed until it is unpinned', async () => {
    const { runs } = context.store;
    await runs.submit(sampleRun(1));
    expect(await runs.pin(run_hash)).toMatchObject({ pinned: true });
    expect(await runs.pin(run_hash)).toMatchObject({ pinned: true });
    await expect(runs.remove(run_hash)).rejects.toMatchObject({ code: 'RUN_PINNED' });
    expect(await runs.unpin(run_hash)).toMatchObject({ pinned: false });
    await runs.remove(run_hash);
  });

  test('of a pruned run, all say RUN_PRUNED', async () => {
    const { store } = context;
    const { runs } = store;
    await completeSample(store, 1);
    await completeSample(store, 2, { keep: 1 });
    for (const act of [runs.get, runs.pin, runs.unpin, runs.remove, runs.cancel, (hash: string) => runs.claim(hash, owner)]) {
      await expect(act(run_hash)).rejects.toMatchObject({ code: 'RUN_PRUNED' });
      await expect(act(run_hash.slice(0, 9))).rejects.toMatchObject({ code: 'RUN_PRUNED' });
    }
  });

  test('a prefix of two runs is ambiguous, a short or foreign one finds nothing', async () => {
    const { runs } = context.store;
    const twins = ['a', 'b'].map((digit) => `${'12345678'}${digit.repeat(56)}`);
    for (const hash of twins) await runs.submit(sampleRun(1, { run_hash: hash }));
    await expect(runs.get('12345678')).rejects.toMatchObject({ code: 'AMBIGUOUS_PREFIX', message: expect.stringContaining(twins[1]!) });
    expect((await runs.get('12345678b')).run_hash).toBe(twins[1]);
    for (const none of ['1234567', '123456789', '', '%', '________', `${twins[0]}0`, "1' OR '1", twins[0]!.toUpperCase()]) {
      await expect(runs.get(none)).rejects.toMatchObject({ code: 'RUN_NOT_FOUND' });
    }
  });
});
