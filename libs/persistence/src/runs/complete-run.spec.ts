import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { completeSample, failSample } from '../testing/finished-run.js';
import { completion, hashOf, sampleRun, sealed } from '../testing/sample-run.js';
import { temporaryStore } from '../testing/temporary-store.js';

let context: Awaited<ReturnType<typeof temporaryStore>>;
beforeEach(async () => {
  context = await temporaryStore();
});
afterEach(() => context.drop());

const owner = { owner: 'worker-1' };
const hashes = (...names: (number | string)[]): string[] => names.map((n) => sampleRun(n).run_hash);

describe('complete', () => {
  test('row, ledger, events and tried config come together', async () => {
    const { runs, events, ledger, selection } = context.store;
    const { run } = await runs.submit(sampleRun(1), { owner });
    const finished = completion(run, {
      timings: { total: 12 },
      events: [{ type: 'stage.completed', data: { stage: 'artifacts' } }],
      data: { metrics: { sharpe: 1.5 } },
    });
    const answer = await runs.complete(finished);
    const manifest = sealed(run.run_hash, null);
    expect(answer).toMatchObject({ completed: true, pruned: [] });
    expect(await runs.get(run.run_hash)).toEqual(answer.run);
    expect(answer.run).toMatchObject({
      ...{ status: 'completed', progress: 1, stage: null, owner: null, lease_until: null, finished_at: 1_001 },
      ...{ summary: finished.summary, timings: { total: 12 }, manifest_hash: manifest.manifest_hash },
    });
    const { run_hash } = run;
    const { manifest_hash } = manifest;
    expect((await ledger.list()).items).toEqual([
      { sequence: 1, manifest_hash, run_hash, chain_prev: null, manifest, completed_at: 1_001 },
    ]);
    expect((await events.after({ afterId: 2 })).map(({ type, data }) => [type, data])).toEqual([
      ['stage.completed', { stage: 'artifacts' }],
      ['run.completed', { metrics: { sharpe: 1.5 } }],
    ]);
    expect(await selection.tried({ symbol: 'TEST', start: 0, end: 1 })).toEqual([
      { run_hash, symbol: 'TEST', timeframe: '1m', start: 0, end: 6_000_000, sharpe: 0.05, returns: 99 },
    ]);
  });

  test('8 completions at once make one chain', async () => {
    const { runs, ledger } = context.store;
    const started = await Promise.all(Array.from({ length: 8 }, (_, n) => runs.submit(sampleRun(n), { owner })));
    const slow = (run_hash: string) => async (chainPrev: string | null) => {
      await sleep(3);
      return sealed(run_hash, chainPrev);
    };
    await Promise.all(started.map(({ run }) => runs.complete(completion(run, { seal: slow(run.run_hash) }))));
    const { items } = await ledger.list();
    expect(items.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    items.forEach(({ chain_prev }, i) => expect(chain_prev).toBe(items[i - 1]?.manifest_hash ?? null));
    expect(await ledger.head()).toBe(items.at(-1)!.manifest_hash);
    expect(await ledger.count()).toBe(8);
  });

  test('nobody reads what is not committed yet', async () => {
    const { runs, events, ledger } = context.store;
    const { run } = await runs.submit(sampleRun(1), { owner });
    let seen: unknown;
    await runs.complete(
      completion(run, {
        seal: async (chainPrev) => {
          seen = [(await runs.get(run.run_hash)).status, await events.lastId(), await ledger.head()];
          return sealed(run.run_hash, chainPrev);
        },
      }),
    );
    expect(seen).toEqual(['running', 2, null]);
  });

  test('a seal that fails undoes all of it, and the run can be completed still', async () => {
    const { runs, events, ledger } = context.store;
    const { run } = await runs.submit(sampleRun(1), { owner });
    const seal = () => Promise.reject(new Error('no room for the folder'));
    await expect(runs.complete(completion(run, { seal }))).rejects.toThrow('no room for the folder');
    expect([(await runs.get(run.run_hash)).status, await events.lastId(), await ledger.head()]).toEqual(['running', 2, null]);
    expect((await runs.complete(completion(run))).completed).toBe(true);
  });

  test('what cannot be stored is refused before anything is sealed', async () => {
    const { runs, ledger } = context.store;
    const { run } = await runs.submit(sampleRun(1), { owner });
    let sealings = 0;
    const seal = (chainPrev: string | null) => {
      sealings++;
      return sealed(run.run_hash, chainPrev);
    };
    const bad = { value: NaN };
    for (const part of [{ summary: bad }, { timings: bad }, { data: bad }, { events: [{ type: 'run.warning' as const, data: bad }] }]) {
      await expect(runs.complete(completion(run, { seal, ...part }))).rejects.toMatchObject({ code: 'NUMBER_NOT_EXACT' });
    }
    expect([sealings, await ledger.count(), (await runs.get(run.run_hash)).status]).toEqual([0, 0, 'running']);
  });

  test('a manifest that does not fit its place is refused', async () => {
    const { runs, ledger } = context.store;
    await completeSample(context.store, 0);
    const { run } = await runs.submit(sampleRun(1), { owner });
    const head = await ledger.head();
    const bad = [
      sealed(run.run_hash, null),
      sealed(run.run_hash, hashOf('elsewhere')),
      sealed(sampleRun(2).run_hash, head),
      { ...sealed(run.run_hash, head), manifest_hash: hashOf('wrong') },
    ];
    for (const manifest of bad) {
      await expect(runs.complete(completion(run, { seal: () => manifest }))).rejects.toMatchObject({ code: 'INTERNAL' });
    }
    expect(await ledger.count()).toBe(1);
  });

  test('an attempt that was cancelled, taken over or removed is not completed, and nothing is sealed', async () => {
    const { runs, ledger } = context.store;
    const seal = () => {
      throw new Error('sealed');
    };
    const { run } = await runs.submit(sampleRun(1), { owner });
    await runs.cancel(run.run_hash);
    expect(await runs.complete(completion(run, { seal }))).toMatchObject({ completed: false, run: { status: 'cancelled' } });
    await runs.submit(sampleRun(1), { owner });
    expect(await runs.complete(completion(run, { seal }))).toMatchObject({ completed: false, run: { status: 'running', attempt: 2 } });
    await runs.remove(run.run_hash);
    await expect(runs.complete(completion(run, { seal }))).rejects.toMatchObject({ code: 'RUN_NOT_FOUND' });
    expect(await ledger.head()).toBeNull();
  });

  test('a run that was pruned and computed again has two links', async () => {
    const { store } = context;
    await completeSample(store, 1);
    await completeSample(store, 2, { keep: 1 });
    await completeSample(store, 1);
    expect((await store.ledger.ofRun(sampleRun(1).run_hash)).map(({ sequence }) => sequence)).toEqual([1, 3]);
    const { manifest_hash } = await store.runs.get(sampleRun(1).run_hash);
    expect((await store.ledger.byManifest(manifest_hash!))?.sequence).toBe(3);
    expect(await store.selection.tried({ symbol: 'TEST', start: 0, end: 1 })).toHaveLength(2);
  });
});

describe('retention', () => {
  test('keeps the last completed, pinned ones apart', async () => {
    const { store } = context;
    const { runs, ledger } = store;
    for (const n of [1, 2, 3, 4]) await completeSample(store, n);
    await runs.pin(hashes(1)[0]!);
    expect(await completeSample(store, 5, { keep: 2 })).toMatchObject({ pruned: hashes(3, 2) });
    expect((await runs.withArtifacts()).map(({ run_hash }) => run_hash).sort()).toEqual(hashes(1, 4, 5).sort());
    await runs.unpin(hashes(1)[0]!);
    expect(await completeSample(store, 6, { keep: 2 })).toMatchObject({ pruned: hashes(4, 1) });
    expect(await ledger.count()).toBe(6);
  });

  test('keeps the last failed or cancelled apart from the completed', async () => {
    const { store } = context;
    const { runs } = store;
    await completeSample(store, 'completed', { keep: 1 });
    await failSample(store, 1, 2);
    await runs.submit(sampleRun(2));
    await runs.cancel(sampleRun(2).run_hash, 2);
    expect(await failSample(store, 3, 2)).toMatchObject({ stopped: true, pruned: hashes(1) });
    await runs.submit(sampleRun(4));
    expect(await runs.cancel(sampleRun(4).run_hash, 2)).toMatchObject({ stopped: true, pruned: hashes(2) });
    expect(await runs.counts()).toEqual({ queued: 0, running: 0, completed: 1, failed: 1, cancelled: 1 });
  });

  test('the order is that of ending, not of submission', async () => {
    const { runs } = context.store;
    const [first, second] = await Promise.all([1, 2].map(async (n) => (await runs.submit(sampleRun(n), { owner })).run));
    await runs.complete(completion(second!));
    expect(await runs.complete(completion(first!, { keep: 1 }))).toMatchObject({ pruned: hashes(2) });
  });

  test('a run computed again after pruning is the newest', async () => {
    const { store } = context;
    await completeSample(store, 1);
    await completeSample(store, 2, { keep: 1 });
    await completeSample(store, 3, { keep: 2 });
    expect(await completeSample(store, 1, { keep: 2 })).toMatchObject({ pruned: hashes(2) });
  });

  test('of none, only the pinned stay; even the run just completed goes', async () => {
    const { store } = context;
    const { run } = await store.runs.submit(sampleRun(1), { owner });
    await store.runs.pin(run.run_hash);
    expect(await store.runs.complete(completion(run, { keep: 0 }))).toMatchObject({ pruned: [], run: { pruned_at: null } });
    const answer = await completeSample(store, 2, { keep: 0 });
    expect(answer).toMatchObject({ pruned: hashes(2), run: { summary: null } });
    expect(await store.runs.find(hashes(2)[0]!)).toEqual(answer.run);
  });

  test('a pruned run keeps its story but not its results or its steps of progress', async () => {
    const { store } = context;
    const { runs, events } = store;
    const { run } = await runs.submit(sampleRun(1), { owner });
    const steps = [0.1, 0.2].map((done) => ({ type: 'stage.progress' as const, data: { done } }));
    await runs.progress({ run_hash: run.run_hash, attempt: 1, events: [{ type: 'stage.started', data: { stage: 'data' } }, ...steps] });
    await runs.complete(completion(run));
    await completeSample(store, 2, { keep: 1 });
    expect((await events.after({ runs: [run.run_hash] })).map(({ type }) => type)).toEqual([
      ...['run.queued', 'run.started', 'stage.started', 'run.completed'],
    ]);
    await expect(runs.get(run.run_hash)).rejects.toMatchObject({ code: 'RUN_PRUNED' });
    expect(await runs.find(run.run_hash)).toMatchObject({ status: 'completed', summary: null, config: run.config });
  });

  test('of a limit that was lowered, all surplus goes at once', async () => {
    const { runs } = context.store;
    await Promise.all(Array.from({ length: 110 }, (_, n) => runs.submit(sampleRun(n))));
    const cancelled = await Promise.all(Array.from({ length: 109 }, (_, n) => runs.cancel(sampleRun(n).run_hash, 1_000)));
    expect(cancelled.flatMap(({ pruned }) => pruned)).toEqual([]);
    expect((await runs.cancel(sampleRun(109).run_hash, 3)).pruned).toHaveLength(107);
  });
});
