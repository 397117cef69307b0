import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { LedgerEntry } from './ledger.js';
import type { TriedConfig } from './selection.js';
import { allPages } from './testing/all-pages.js';
import { completeSample } from './testing/finished-run.js';
import { hashOf, sampleRun } from './testing/sample-run.js';
import { temporaryStore } from './testing/temporary-store.js';

let context: Awaited<ReturnType<typeof temporaryStore>>;
beforeEach(async () => {
  context = await temporaryStore();
});
afterEach(() => context.drop());

describe('ledger', () => {
  test('is empty at first', async () => {
    const { ledger } = context.store;
    expect([await ledger.head(), await ledger.count(), await ledger.list()]).toEqual([null, 0, { items: [], next_cursor: null }]);
    expect(await ledger.byManifest(hashOf('none'))).toBeUndefined();
  });

  test('pages follow the chain, oldest first, whatever became of the runs', async () => {
    const { store } = context;
    for (let n = 0; n < 7; n++) await completeSample(store, n, { keep: 2 });
    await store.runs.remove(sampleRun(6).run_hash);
    const chain = await allPages<LedgerEntry>(({ cursor }) => store.ledger.list({ limit: 3, cursor }));
    expect(chain.map(({ run_hash }) => run_hash)).toEqual([0, 1, 2, 3, 4, 5, 6].map((n) => sampleRun(n).run_hash));
    chain.forEach((entry, i) => {
      expect(entry.manifest).toMatchObject({ chain_prev: chain[i - 1]?.manifest_hash ?? null, manifest_hash: entry.manifest_hash });
    });
    const back = await allPages<LedgerEntry>(({ cursor }) => store.ledger.list({ limit: 3, cursor, order: 'desc' }));
    expect(back).toEqual(chain.toReversed());
  });

  test('going back, what is added meanwhile moves nothing; a cursor of the other order is refused', async () => {
    const { store } = context;
    for (let n = 0; n < 3; n++) await completeSample(store, n);
    const first = await store.ledger.list({ limit: 2, order: 'desc' });
    await completeSample(store, 3);
    const cursor = first.next_cursor ?? undefined;
    const second = await store.ledger.list({ limit: 2, order: 'desc', cursor });
    expect([...first.items, ...second.items].map(({ sequence }) => sequence)).toEqual([3, 2, 1]);
    expect(second.next_cursor).toBeNull();
    await expect(store.ledger.list({ cursor })).rejects.toMatchObject({ code: 'VALIDATION_FAILED' });
  });
});

describe('selection', () => {
  const tried = (name: string, start: number, end: number, changes: Partial<TriedConfig> = {}): TriedConfig => {
    return { run_hash: hashOf(name), symbol: 'TEST', timeframe: '1m', start, end, sharpe: 0.1, returns: 9, ...changes };
  };

  test('the same data is the same symbol and an overlapping span, any timeframe', async () => {
    const { selection } = context.store;
    const inside = [tried('a', 10, 20), tried('b', 0, 11, { timeframe: '1h' }), tried('c', 19, 30), tried('d', 0, 99, { sharpe: null })];
    const outside = [tried('e', 0, 10), tried('f', 20, 30), tried('g', 10, 20, { symbol: 'OTHER' })];
    await selection.record([...inside, ...outside]);
    const found = await selection.tried({ symbol: 'TEST', start: 10, end: 20 });
    const byHash = (a: TriedConfig, b: TriedConfig) => (a.run_hash < b.run_hash ? -1 : 1);
    expect(found.sort(byHash)).toEqual(inside.sort(byHash));
  });

  test('a repeat is no new trial, and the first figures stay', async () => {
    const { selection } = context.store;
    await selection.record([tried('a', 0, 10)]);
    await selection.record([tried('a', 0, 10, { sharpe: 7 }), tried('b', 0, 10), tried('b', 0, 10)]);
    expect((await selection.tried({ symbol: 'TEST', start: 0, end: 10 })).map(({ sharpe }) => sharpe)).toEqual([0.1, 0.1]);
  });

  test('takes a sweep of thousands', async () => {
    const { selection } = context.store;
    await selection.record(Array.from({ length: 2_345 }, (_, n) => tried(String(n), 0, 10)));
    expect(await selection.tried({ symbol: 'TEST', start: 0, end: 10 })).toHaveLength(2_345);
    await selection.record([]);
  });

  test('counts are those of the trials on the same data, with the variances (ddof 1) of the Sharpes that exist, and of Sharpe·√T', async () => {
    const { selection } = context.store;
    const data = { symbol: 'TEST', start: 0, end: 10 };
    expect(await selection.counts(data)).toEqual({ trials: 0, with_sharpe: 0, variance: null, dispersion: null });
    await selection.record([tried('a', 0, 10, { sharpe: 0.5 }), tried('b', 0, 10, { sharpe: null }), tried('c', 10, 20, { sharpe: 9 })]);
    expect(await selection.counts(data)).toEqual({ trials: 2, with_sharpe: 1, variance: null, dispersion: null });
    await selection.record([tried('d', 9, 11, { sharpe: 1, returns: 4 }), tried('e', 0, 1, { sharpe: 1.5, returns: 16 })]);
    const dispersion = (1.5 * 1.5 + 2 * 2 + 6 * 6 - (9.5 * 9.5) / 3) / 2; // of 0.5·√9, 1·√4 and 1.5·√16
    const counts = { trials: 4, with_sharpe: 3, variance: 0.25, dispersion: expect.closeTo(dispersion, 12) };
    expect(await selection.counts(data)).toEqual(counts);
  });

  test('the variance of equal Sharpes far from 0 is 0', async () => {
    const { selection } = context.store;
    await selection.record(Array.from({ length: 100 }, (_, n) => tried(String(n), 0, 10, { sharpe: 1e6 })));
    expect(await selection.counts({ symbol: 'TEST', start: 0, end: 10 })).toMatchObject({ variance: 0, dispersion: 0 });
  });
});
