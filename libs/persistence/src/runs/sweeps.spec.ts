import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { completion, hashOf, sampleRun } from '../testing/sample-run.js';
import { completeSample } from '../testing/finished-run.js';
import { temporaryStore } from '../testing/temporary-store.js';
import type { Tried } from './complete-run.js';

let context: Awaited<ReturnType<typeof temporaryStore>>;
beforeEach(async () => {
  context = await temporaryStore();
});
afterEach(() => context.drop());

const owner = { owner: 'worker-1' };
const DATA = { symbol: 'TEST', start: 0, end: 1 };
const trials = (count: number, from = 0): Tried => ({
  run_hashes: Array.from({ length: count }, (_, i) => hashOf(`trial ${from + i}`)),
  sharpes: Float64Array.from({ length: count }, (_, i) => (i % 10 === 9 ? NaN : i / 1_000)),
  returns: 99,
});

describe('a sweep', () => {
  test('is found as a sweep only, by hash and by prefix, and a run as a run only', async () => {
    const { runs, sweeps } = context.store;
    const [run, sweep] = [sampleRun(1), sampleRun(2)];
    expect((await runs.submit(run)).run.kind).toBe('run');
    expect((await sweeps.submit(sweep)).run.kind).toBe('sweep');
    for (const shorten of [(hash: string) => hash, (hash: string) => hash.slice(0, 12)]) {
      const [runHash, sweepHash] = [shorten(run.run_hash), shorten(sweep.run_hash)];
      expect((await sweeps.get(sweepHash)).run_hash).toBe(sweep.run_hash);
      expect((await sweeps.standing(sweepHash)).run_hash).toBe(sweep.run_hash);
      for (const ask of ['get', 'standing', 'cancel', 'remove', 'pin', 'unpin'] as const) {
        await expect(runs[ask](sweepHash)).rejects.toMatchObject({
          code: 'RUN_NOT_FOUND',
          message: expect.stringContaining('There is no run'),
        });
        await expect(sweeps[ask](runHash)).rejects.toMatchObject({
          code: 'SWEEP_NOT_FOUND',
          message: expect.stringContaining('There is no sweep'),
        });
      }
      await expect(runs.claim(sweepHash, owner)).rejects.toMatchObject({ code: 'RUN_NOT_FOUND' });
    }
    expect([await runs.find(sweep.run_hash), await sweeps.find(run.run_hash)]).toEqual([undefined, undefined]);
    expect([await runs.repeated(sweep.run_hash), await sweeps.repeated(run.run_hash)]).toEqual([undefined, undefined]);
    expect((await sweeps.repeated(sweep.run_hash))?.status).toBe('queued');
  });

  test('shares a prefix with a run, and each is found by it', async () => {
    const { runs, sweeps } = context.store;
    const begin = 'abcdef0123';
    await runs.submit(sampleRun(1, { run_hash: begin.padEnd(64, '1') }));
    await sweeps.submit(sampleRun(2, { run_hash: begin.padEnd(64, '2') }));
    expect([(await runs.get(begin)).run_hash.at(-1), (await sweeps.get(begin)).run_hash.at(-1)]).toEqual(['1', '2']);
    await sweeps.submit(sampleRun(3, { run_hash: begin.padEnd(64, '3') }));
    expect((await runs.get(begin)).run_hash.at(-1)).toBe('1');
    await expect(sweeps.get(begin)).rejects.toMatchObject({
      code: 'AMBIGUOUS_PREFIX',
      message: expect.stringContaining('begins several sweeps'),
    });
  });

  test('is listed apart from runs, waits in one queue with them, and is counted and recovered with them', async () => {
    const { runs, sweeps } = context.store;
    const hashes = [sampleRun(1), sampleRun(2), sampleRun(3)].map(({ run_hash }) => run_hash);
    await runs.submit(sampleRun(1));
    await sweeps.submit(sampleRun(2), { maxQueued: 2 });
    await expect(sweeps.submit(sampleRun(4), { maxQueued: 2 })).rejects.toMatchObject({ code: 'QUEUE_FULL' });
    await runs.submit(sampleRun(3));
    expect((await runs.list()).items.map(({ run_hash }) => run_hash)).toEqual([hashes[2], hashes[0]]);
    expect((await sweeps.list()).items.map(({ run_hash, kind }) => [run_hash, kind])).toEqual([[hashes[1], 'sweep']]);
    const claimed = [await runs.claimNext(owner), await runs.claimNext(owner), await sweeps.claimNext(owner)];
    expect(claimed.map((run) => [run?.run_hash, run?.kind])).toEqual([
      [hashes[0], 'run'],
      [hashes[1], 'sweep'],
      [hashes[2], 'run'],
    ]);
    expect(await runs.counts()).toMatchObject({ running: 3, queued: 0 });
    expect(await runs.recover(() => false)).toEqual(hashes);
    expect((await sweeps.get(hashes[1]!)).attempt).toBe(2);
  });

  test('that is completed links the same chain, and shows the best trial’s metrics in its row', async () => {
    const { store } = context;
    await completeSample(store, 1);
    const { run } = await store.sweeps.submit(sampleRun(2), { owner });
    const summary = { best: { metrics: { sharpe: 2.5, total_return: 0.1 } } };
    expect((await store.sweeps.complete(completion(run, { tried: trials(3), summary }))).completed).toBe(true);
    await completeSample(store, 3);
    expect((await store.ledger.list()).items.map(({ run_hash }) => run_hash)).toEqual([1, 2, 3].map((n) => sampleRun(n).run_hash));
    await store.sweeps.submit(sampleRun(4));
    expect((await store.sweeps.list({ sort: '-sharpe' })).items.map(({ run_hash }) => run_hash)).toEqual(
      [2, 4].map((n) => sampleRun(n).run_hash),
    );
  });

  test('does not count among the runs that retention keeps, nor runs among the sweeps', async () => {
    const { store } = context;
    const { runs, sweeps } = store;
    await completeSample(store, 'a run', { keep: 1 });
    const completeSweep = async (n: number) => {
      const { run } = await sweeps.submit(sampleRun(n), { owner });
      return sweeps.complete(completion(run, { keep: 2 }));
    };
    await completeSweep(1);
    expect(await completeSweep(2)).toMatchObject({ pruned: [] });
    expect(await completeSweep(3)).toMatchObject({ pruned: [sampleRun(1).run_hash] });
    await expect(sweeps.get(sampleRun(1).run_hash)).rejects.toMatchObject({
      code: 'RUN_PRUNED',
      message: expect.stringContaining('The results of sweep'),
    });
    expect(await completeSample(store, 'another run', { keep: 1 })).toMatchObject({ pruned: [sampleRun('a run').run_hash] });
    expect((await runs.withArtifacts()).map(({ run_hash }) => run_hash).sort()).toEqual(
      [2, 3, 'another run'].map((n) => sampleRun(n).run_hash).sort(),
    );
  });
});

describe('the trials of a sweep', () => {
  test('count as tried, each once, whatever else has tried them; the sweep itself does not', async () => {
    const { store } = context;
    await completeSample(store, 1); // is the run of one of the trials
    const { run } = await store.sweeps.submit(sampleRun(2), { owner });
    const { run_hashes, ...rest } = trials(40);
    const tried = { ...rest, run_hashes: run_hashes.with(0, sampleRun(1).run_hash) };
    await store.sweeps.complete(completion(run, { tried }));
    expect(await store.selection.counts(DATA)).toMatchObject({ trials: 40, with_sharpe: 36 });
    const rows = await store.selection.tried(DATA);
    expect(rows.find(({ run_hash }) => run_hash === sampleRun(1).run_hash)?.sharpe).toBe(0.05);
    expect(rows.find(({ run_hash }) => run_hash === hashOf('trial 39'))).toMatchObject({ sharpe: null, returns: 99, end: 6_000_000 });
    const again = await store.sweeps.submit(sampleRun(3), { owner });
    await store.sweeps.complete(completion(again.run, { tried: trials(50) }));
    expect((await store.selection.counts(DATA)).trials).toBe(51);
  });

  test.each([249, 250, 251, 500, 777])('all %i of them are there once it is completed', async (count) => {
    const { store } = context;
    const { run } = await store.sweeps.submit(sampleRun(1), { owner });
    await store.sweeps.complete(completion(run, { tried: trials(count) }));
    const rows = await store.selection.tried(DATA);
    const expected = trials(count);
    const sharpes = new Map(expected.run_hashes.map((hash, i) => [hash, expected.sharpes[i]!]));
    expect(rows).toHaveLength(count);
    for (const { run_hash, sharpe } of rows) expect(sharpe ?? NaN).toBe(sharpes.get(run_hash));
  });

  test('are written in pieces, between which others write, and before the sweep is completed', async () => {
    const { store } = context;
    const { run } = await store.sweeps.submit(sampleRun(1), { owner });
    let isCompleted = false;
    const completing = store.sweeps.complete(completion(run, { tried: trials(5_000) })).then(() => (isCompleted = true));
    const seen: [number, boolean][] = [];
    for (let n = 0; n < 5; n++) {
      await store.runs.submit(sampleRun(`beside ${n}`));
      seen.push([(await store.selection.counts(DATA)).trials, isCompleted]);
    }
    await completing;
    expect(seen.every(([count, isOver]) => count < 5_000 && !isOver)).toBe(true);
    expect(seen.map(([count]) => count)).toEqual([...seen.map(([count]) => count)].sort((a, b) => a - b));
    expect((await store.selection.counts(DATA)).trials).toBe(5_000);
  });

  test('of one that is cancelled meanwhile are written no further, and nothing is sealed', async () => {
    const { store } = context;
    const { run } = await store.sweeps.submit(sampleRun(1), { owner });
    const seal = () => {
      throw new Error('sealed');
    };
    const completing = store.sweeps.complete(completion(run, { tried: trials(20_000), seal }));
    await store.sweeps.cancel(run.run_hash);
    expect(await completing).toMatchObject({ completed: false, run: { status: 'cancelled' } });
    expect((await store.selection.counts(DATA)).trials).toBeLessThan(20_000);
  });
});
