import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openStore } from '@projecta/persistence';
import { join } from 'node:path';
import { apiOf, type Body } from '../testing/api-of.js';
import { type RunningServer, startServer } from '../testing/running-server.js';
import { SAMPLE } from '../testing/sample-config.js';
import { smallRun } from '../testing/sample-runs.js';
import { until } from '../testing/until.js';

let server: RunningServer;
beforeAll(async () => {
  server = await startServer({ env: { PROJECTA_WORKERS: '2' } });
});
afterAll(() => server.stop());

const { json, show, waited } = apiOf(() => server);

describe('GET /runs/{run_hash}', () => {
  test('shows all that names.md lists', async () => {
    const { run_hash, config_hash, links } = (await waited(SAMPLE)).body;
    const { status, body } = await show(run_hash);
    expect(status).toBe(200);
    expect(Object.keys(body).sort()).toEqual(
      [
        ...['run_hash', 'config_hash', 'data_hash', 'status', 'attempt', 'stage', 'progress', 'pinned'],
        ...[
          'created_at',
          'started_at',
          'finished_at',
          'config',
          'data',
          'engine',
          'plugins',
          'manifest',
          'selection',
          'error',
          'timings_ms',
        ],
        ...[
          'symbol',
          'timeframe',
          'start',
          'end',
          'bars',
          'gaps',
          'metrics',
          'metric_reasons',
          'ambiguity_band',
          'attribution',
          'open_trade',
        ],
        ...['warnings', 'causal', 'validation', 'links'],
      ].sort(),
    );
    expect(body).toMatchObject({
      ...{ run_hash, config_hash, status: 'completed', attempt: 1, stage: null, progress: 1, pinned: false, error: null, links },
      ...{ symbol: 'TEST', timeframe: '1m', bars: 1_440, gaps: 0, causal: true, plugins: [], engine: { semantics_version: 1 } },
      ...{ config: { seed: 42 }, data: { bars: 1_440, data_hash: body['data_hash'] }, manifest: { run_hash, chain_prev: null } },
      ...{ metrics: { trades: 93 }, validation: { permutation: expect.any(String) }, warnings: [{ code: 'ANNUALIZATION_GUESSED' }] },
      ...{ timings_ms: { simulation: expect.any(Number) }, created_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) },
    });
  });

  test('deflates the Sharpe for every config tried on the same data, each once', async () => {
    const config = (n: number) => ({ ...smallRun(n), symbol: 'TEST', start: '1990-01-01', end: '1991-01-01' });
    const { run_hash } = (await waited(config(1))).body;
    const first = (await show(run_hash)).body as unknown as { metrics: { psr: number }; selection: Record<string, number> };
    expect(first.selection).toEqual({
      ...{ trials: 1, effective_trials: 1 },
      deflated_sharpe: expect.closeTo(first.metrics.psr, 12),
      sidak_p: 1 - first.metrics.psr,
    });
    const other = {
      ...config(2),
      strategy: { name: 'momentum', params: { lookback: 5 } },
      timeframe: '12h',
      start: '1990-12-01',
      end: '1991-03-01',
    };
    await waited(other);
    await waited(other);
    await waited({ ...other, start: '1991-01-01', end: '1991-04-01' }); // begins where the first one ends
    const { selection } = (await show(run_hash)).body as unknown as typeof first;
    expect(selection).toMatchObject({ trials: 2, sidak_p: expect.closeTo(1 - first.metrics.psr ** 2, 12) });
    expect(selection['deflated_sharpe']).toBeLessThan(first.selection['deflated_sharpe']!);
  });

  test('has no Sharpe to deflate where nothing was traded', async () => {
    const strategy = { name: 'rules', params: { long: 'close < 0' } };
    const { run_hash } = (await waited({ ...smallRun(7), start: '1980-01-01', end: '1981-01-01', strategy })).body;
    expect((await show(run_hash)).body).toMatchObject({
      ...{ metrics: { sharpe: null, trades: 0 } },
      selection: { trials: 1, effective_trials: null, deflated_sharpe: null, sidak_p: null },
    });
  });

  test('sees what another process changes', async () => {
    const { run_hash } = (await waited(smallRun(8))).body;
    expect((await show(run_hash)).body).toMatchObject({ pinned: false });
    expect((await show(run_hash.slice(0, 20))).body).toMatchObject({ pinned: false });
    const store = await openStore({ file: join(server.home, 'projecta.db') });
    await store.runs.pin(run_hash);
    await until(async () => (await show(run_hash)).body['pinned'] === true, 1_000);
    await until(async () => (await show(run_hash.slice(0, 20))).body['pinned'] === true, 1_000);
    await store.runs.unpin(run_hash);
    await store.runs.remove(run_hash);
    await store.close();
    await until(async () => (await show(run_hash)).status === 404, 1_000);
  });

  test('takes the beginning of a hash, from eight digits on', async () => {
    const { run_hash } = (await waited(SAMPLE)).body;
    expect((await show(run_hash.slice(0, 8))).body.run_hash).toBe(run_hash);
    expect(await show(run_hash.slice(0, 7))).toMatchObject({ status: 404, body: { code: 'RUN_NOT_FOUND' } });
    expect(await show(`${run_hash.slice(0, 63)}g`)).toMatchObject({ status: 404, body: { code: 'RUN_NOT_FOUND' } });
    expect(await show(run_hash.toUpperCase())).toMatchObject({ status: 404 });
    expect(await json(`/runs/${run_hash}?x=1`)).toMatchObject({ status: 422 });
  });
});

describe('GET /runs', () => {
  interface List {
    readonly items: readonly Body[];
    readonly next_cursor: string | null;
  }
  const list = (query: string) => json<List>(`/runs?${query}`);

  test('pages through all runs, newest first, each once', async () => {
    const all = (await list('limit=500')).body.items;
    const times = all.map(({ created_at }) => String(created_at));
    expect(times).toEqual([...times].sort().reverse());
    const paged: Body[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const { body }: { body: List } = await list(`limit=4${cursor && `&cursor=${cursor}`}`);
      expect(body.items.length).toBeLessThanOrEqual(4);
      paged.push(...body.items);
      cursor = body.next_cursor;
    }
    expect(paged).toEqual(all);
    expect(Object.keys(all[0]!)).toEqual(
      [
        'run_hash',
        'config_hash',
        'data_hash',
        'symbol',
        'timeframe',
        'strategy',
        'start',
        'end',
        'status',
        'attempt',
        'stage',
        'progress',
        'pinned',
      ].concat(['created_at', 'started_at', 'finished_at', 'metrics', 'error', 'links']),
    );
  });

  test('picks and sorts', async () => {
    await waited({ ...smallRun(1), strategy: { name: 'buy_and_hold' } });
    expect((await list('strategy=buy_and_hold')).body.items.map(({ strategy }) => strategy)).toEqual(['buy_and_hold']);
    expect((await list('symbol=NOPE')).body).toEqual({ items: [], next_cursor: null });
    expect((await list('status=failed')).body.items).toEqual([]);
    const { items } = (await list('sort=-sharpe&status=completed&limit=500')).body;
    const sharpes = items.map(({ metrics }) => (metrics as { sharpe: number | null }).sharpe ?? -Infinity);
    expect(sharpes).toEqual([...sharpes].sort((a, b) => b - a));
  });

  test('says what is wrong with its parameters', async () => {
    expect(await list('limit=0&status=done&sort=shrp&x=1')).toMatchObject({ status: 422 });
    expect(await list('cursor=abc')).toMatchObject({ status: 422, body: { errors: [{ path: '/cursor' }] } });
  });
});
