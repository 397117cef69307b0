import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { completeSample, failSample } from '../testing/finished-run.js';
import { hashOf, sampleRun } from '../testing/sample-run.js';
import { temporaryStore } from '../testing/temporary-store.js';
import type { RunQuery } from './list-runs.js';

let context: Awaited<ReturnType<typeof temporaryStore>>;
const SHARPES = [0.5, null, -1, 0.5, 2, null, 0.5];

beforeAll(async () => {
  context = await temporaryStore();
  const { store } = context;
  for (const [n, sharpe] of SHARPES.entries()) {
    const summary = { metrics: { sharpe, total_return: sharpe === null ? null : -sharpe } };
    await completeSample(store, n, { summary }, { symbol: `S${n % 3}`, strategy: n % 2 ? 'macd' : 'dual_sma' });
  }
  await failSample(store, 'failed');
  await store.runs.submit(sampleRun('waiting'));
});
afterAll(() => context.drop());

const names = new Map([...SHARPES.keys(), 'failed', 'waiting'].map((n) => [sampleRun(n).run_hash, n]));

/** The names of all runs a query gives, page by page. */
async function walk(request: RunQuery): Promise<unknown[]> {
  const found: unknown[] = [];
  let cursor: string | undefined;
  do {
    const page = await context.store.runs.list({ ...request, cursor });
    if (request.limit) expect(page.items.length).toBeLessThanOrEqual(request.limit);
    found.push(...page.items.map(({ run_hash }) => names.get(run_hash)));
    cursor = page.next_cursor ?? undefined;
  } while (cursor);
  return found;
}

describe('list', () => {
  test.each<[string | undefined, unknown[]]>([
    [undefined, ['waiting', 'failed', 6, 5, 4, 3, 2, 1, 0]],
    ['created_at', [0, 1, 2, 3, 4, 5, 6, 'failed', 'waiting']],
    ['finished_at', [0, 1, 2, 3, 4, 5, 6, 'failed', 'waiting']],
    ['-finished_at', ['failed', 6, 5, 4, 3, 2, 1, 0, 'waiting']],
    ['symbol', [0, 3, 6, 1, 4, 2, 5, 'failed', 'waiting']],
    ['-symbol', ['waiting', 'failed', 5, 2, 4, 1, 6, 3, 0]],
    ['strategy', [0, 2, 4, 6, 'failed', 'waiting', 1, 3, 5]],
    ['sharpe', [2, 0, 3, 6, 4, 1, 5, 'failed', 'waiting']],
    ['-sharpe', [4, 6, 3, 0, 2, 'waiting', 'failed', 5, 1]],
    ['total_return', [4, 0, 3, 6, 2, 1, 5, 'failed', 'waiting']],
  ])('sorted by %s, pages of any size give the same order', async (sort, order) => {
    for (const limit of [1, 2, 3, 9, 50]) expect(await walk({ sort, limit })).toEqual(order);
  });

  test('filters hold together', async () => {
    expect(await walk({ status: 'completed', symbol: 'S0', limit: 1 })).toEqual([6, 3, 0]);
    expect(await walk({ symbol: 'S1', strategy: 'macd' })).toEqual([1]);
    expect(await walk({ status: 'failed' })).toEqual(['failed']);
    expect(await walk({ status: 'running' })).toEqual([]);
    expect(await walk({ symbol: "S0' OR '1'='1" })).toEqual([]);
  });

  test('an item is the run with what is asked for of its JSON', async () => {
    const [item] = (await context.store.runs.list({ status: 'completed', limit: 1 })).items;
    const { identity: _identity, config, summary, timings: _timings, ...rest } = await context.store.runs.get(item!.run_hash);
    expect(item).toEqual({ ...rest, config_values: [], summary_values: null });
    const metrics = summary!['metrics'] as Record<string, number>;
    const wanted = { config: ['symbol', 'nope', 'strategy'], summary: ['metrics.sharpe'] };
    const [same] = (await context.store.runs.list({ status: 'completed', limit: 1, ...wanted })).items;
    expect(same!.config_values).toEqual([config['symbol'] ?? null, null, config['strategy'] ?? null]);
    expect(same!.summary_values).toEqual([metrics['sharpe']]); // to the last bit
    expect((await context.store.runs.list({ status: 'failed', ...wanted })).items[0]!.summary_values).toBeNull();
  });

  test('a page that ends with the list has no next', async () => {
    expect((await context.store.runs.list({ limit: 9 })).next_cursor).toBeNull();
    expect((await context.store.runs.list({ limit: 8 })).next_cursor).not.toBeNull();
  });

  test('says all that is wrong with a query at once', async () => {
    const query = { limit: 0, cursor: 'x', status: 'complete', symbol: 'x'.repeat(200), sort: '-sharp' };
    await expect(context.store.runs.list(query)).rejects.toMatchObject({
      code: 'VALIDATION_FAILED',
      errors: [
        { path: '/status', message: expect.stringContaining('Did you mean "completed"?') },
        { path: '/symbol' },
        { path: '/sort', message: expect.stringContaining('Did you mean "sharpe"?') },
        { path: '/limit', code: 'OUT_OF_RANGE' },
        { path: '/cursor', code: 'NOT_ALLOWED' },
      ],
    });
  });

  test('a cursor serves the list and the order it came from, unchanged', async () => {
    const { runs, presets } = context.store;
    const cursor = (await runs.list({ limit: 1 })).next_cursor!;
    const text = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const forged = [
      ...['', '%', `${cursor}=`, ` ${cursor}`, cursor.slice(1), 'x'.repeat(5_000), text({}), text(null), text([])],
      ...[text(['-created_at', '1', 1]), text(['-created_at', 1.5, 'x']), text(['-created_at', null, 1]), text(['-created_at', 1, 1, 1])],
    ];
    for (const bad of forged) await expect(runs.list({ cursor: bad })).rejects.toMatchObject({ code: 'VALIDATION_FAILED' });
    await expect(runs.list({ cursor, sort: 'sharpe' })).rejects.toMatchObject({ code: 'VALIDATION_FAILED' });
    await expect(presets.list({ cursor })).rejects.toMatchObject({ code: 'VALIDATION_FAILED' });
    for (const limit of [-1, 501, 1.5, NaN]) await expect(runs.list({ limit })).rejects.toMatchObject({ code: 'VALIDATION_FAILED' });
  });
});

describe('while others write', () => {
  test('new runs move nothing: every run that was there comes once', async () => {
    const { store, drop } = await temporaryStore();
    const before = Array.from({ length: 20 }, (_, n) => sampleRun(n).run_hash);
    for (let n = 0; n < 20; n++) await store.runs.submit(sampleRun(n));
    const seen: string[] = [];
    let cursor: string | undefined;
    let added = 0;
    do {
      const page = await store.runs.list({ limit: 3, cursor });
      seen.push(...page.items.map(({ run_hash }) => run_hash));
      cursor = page.next_cursor ?? undefined;
      await Promise.all([0, 1, 2].map(() => store.runs.submit(sampleRun(hashOf(String(added++))))));
    } while (cursor);
    expect(seen).toEqual(before.reverse());
    await drop();
  });

  test('a run that is tried again is the newest, and pruned ones are not listed', async () => {
    const { store, drop } = await temporaryStore();
    await failSample(store, 1);
    await completeSample(store, 2);
    await completeSample(store, 3, { keep: 1 });
    await store.runs.submit(sampleRun(1));
    const { items } = await store.runs.list();
    expect(items.map(({ run_hash }) => run_hash)).toEqual([1, 3].map((n) => sampleRun(n).run_hash));
    await drop();
  });
});
