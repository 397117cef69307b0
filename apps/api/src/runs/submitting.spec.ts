import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type RunningServer, startServer } from '../testing/running-server.js';
import { SAMPLE } from '../testing/sample-config.js';
import { smallRun } from '../testing/sample-runs.js';

let server: RunningServer;
beforeAll(async () => {
  server = await startServer({ env: { PROJECTA_WORKERS: '2' } });
});
afterAll(() => server.stop());

type Body = Record<string, unknown> & { readonly run_hash: string };

async function json<T = Body>(
  response: Promise<Response>,
): Promise<{ readonly status: number; readonly body: T; readonly headers: Headers }> {
  const got = await response;
  return { status: got.status, body: (await got.json()) as T, headers: got.headers };
}

const post = (config: unknown, headers = {}) => json(server.post('/runs', config, headers));
const show = (run_hash: string) => json(server.fetch(`/runs/${run_hash}`));
const waited = (config: unknown) => post(config, { Prefer: 'wait=30' });

describe('POST /runs', () => {
  test('makes one run of 200 identical posts at once', async () => {
    const answers = await Promise.all(Array.from({ length: 200 }, () => post(SAMPLE)));
    const created = answers.filter(({ status }) => status === 201);
    expect(created).toHaveLength(1);
    expect(created[0]!.body).toMatchObject({ created: true });
    const others = answers.filter(({ status, body }) => status === 200 && body['created'] === false);
    expect(others).toHaveLength(199);
    expect(new Set(answers.map(({ body }) => body.run_hash)).size).toBe(1);
    const { run_hash } = answers[0]!.body;
    const list = await json<{ items: Body[] }>(server.fetch('/runs'));
    expect(list.body.items.map((item) => item.run_hash)).toEqual([run_hash]);
    await waited(SAMPLE);
    const events = await json<{ items: Body[] }>(server.fetch(`/runs/${run_hash}/events`, { headers: { Accept: 'application/json' } }));
    expect(events.body.items.filter(({ type }) => type === 'run.queued')).toHaveLength(1);
  });

  test('answers what was made, with where everything of it is', async () => {
    const { status, body, headers } = await waited(smallRun(100));
    const self = `/runs/${body.run_hash}`;
    expect(status).toBe(201);
    expect(headers.get('location')).toBe(self);
    expect(headers.get('preference-applied')).toBe('wait=30');
    expect(body).toEqual({
      ...{ run_hash: expect.stringMatching(/^[0-9a-f]{64}$/), config_hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
      ...{ status: 'completed', created: true },
      links: {
        ...{ self, events: `${self}/events`, artifacts: `${self}/artifacts`, report: `${self}/artifacts/report.html` },
        ...{ verify: `${self}/verify`, cancel: `${self}/cancel`, pin: `${self}/pin` },
      },
    });
    const again = await post(smallRun(100));
    expect(again).toMatchObject({ status: 200, body: { ...body, created: false } });
    expect(again.headers.get('preference-applied')).toBeNull();
  });

  test('knows a run by what it means, not by how it is written', async () => {
    const { run_hash } = (await waited(smallRun(101))).body;
    const { strategy, ...rest } = smallRun(101) as { strategy: object };
    const written = { strategy: { ...strategy, params: { slow: 20, short_window: 5 } }, validation: {}, features: false, ...rest };
    expect(await post(written)).toMatchObject({ status: 200, body: { run_hash, created: false } });
  });

  test('makes as many runs as there are different bodies at once', async () => {
    const configs = Array.from({ length: 12 }, (_, n) => smallRun(200 + n));
    const answers = await Promise.all([...configs, ...configs].map((config) => waited(config)));
    expect(new Set(answers.map(({ body }) => body.run_hash)).size).toBe(12);
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(12);
    expect(answers.filter(({ body }) => body['status'] !== 'completed')).toEqual([]);
  });

  test('that waits no time, or whose preference cannot be read, answers at once', async () => {
    expect((await post(smallRun(102), { Prefer: 'wait=0' })).headers.get('preference-applied')).toBe('wait=0');
    const { headers, status } = await post(smallRun(103), { Prefer: 'wait=soon' });
    expect([status, headers.get('preference-applied')]).toEqual([201, null]);
  });

  test('tells everything that is wrong at once', async () => {
    const { status, body } = await post({ ...smallRun(0), timeframe: '1x', seed: '7', stratgy: 1 });
    expect([status, body['code']]).toEqual([422, 'VALIDATION_FAILED']);
    const errors = body['errors'] as { path: string; message: string }[];
    expect(errors.map(({ path }) => path).sort()).toEqual(['/seed', '/stratgy', '/timeframe']);
    expect(errors.find(({ path }) => path === '/stratgy')!.message).toContain('Did you mean "strategy"?');
  });

  test('takes no parameters, and no run beyond the limits', async () => {
    expect(await json(server.post('/runs?wait=1', smallRun(0)))).toMatchObject({
      status: 422,
      body: { errors: [{ path: '/wait', code: 'UNKNOWN_KEY' }] },
    });
    const long = { ...smallRun(0), timeframe: '1m', start: '1971-01-01', end: '2990-01-01' };
    expect(await post(long)).toMatchObject({ status: 422, body: { code: 'LIMIT_EXCEEDED', errors: [{ path: '/end' }] } });
    const many = { ...smallRun(0), validation: { permutation: { trials: 100_001 } } };
    expect(await post(many)).toMatchObject({
      status: 422,
      body: { code: 'LIMIT_EXCEEDED', errors: [{ path: '/validation/permutation/trials' }] },
    });
  });
});

describe('POST /runs/validate', () => {
  test('says what the run would be, and runs nothing', async () => {
    const config = smallRun(300);
    const check = await json(server.post('/runs/validate', config));
    expect(check).toMatchObject({
      status: 200,
      body: {
        ...{ valid: true, exists: false, status: null, notes: [], links: {} },
        data: { source: 'built-in TEST', bars: 365, gaps: 0, start: '2023-01-01T00:00:00.000Z', end: '2024-01-01T00:00:00.000Z' },
        estimate: { bars: 365, trials: 0, bar_passes: 1_460, estimated_ms: expect.any(Number) },
        config: { seed: 300, risk: { model: 'fixed_fraction' } },
      },
    });
    expect((await show(check.body.run_hash)).status).toBe(404);
    const { body } = await waited(config);
    expect(body).toMatchObject({ run_hash: check.body.run_hash, config_hash: check.body['config_hash'] });
    expect((await json(server.post('/runs/validate', config))).body).toMatchObject({
      exists: true,
      status: 'completed',
      links: body['links'],
    });
  });

  test('tells every error as POST /runs does', async () => {
    const bad = { ...smallRun(0), symbol: '', end: '2020-01-01' };
    const [check, run] = [await json(server.post('/runs/validate', bad)), await post(bad)];
    expect(check.status).toBe(422);
    expect(check.body['errors']).toEqual(run.body['errors']);
    expect((await json(server.post('/runs/validate', { ...smallRun(0), symbol: 'NOPE' }))).body).toMatchObject({
      code: 'DATA_NOT_FOUND',
      status: 422,
    });
  });
});

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
      ...{ trials: 1, effective_trials: null },
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

  test('takes the beginning of a hash, from eight digits on', async () => {
    const { run_hash } = (await waited(SAMPLE)).body;
    expect((await show(run_hash.slice(0, 8))).body.run_hash).toBe(run_hash);
    expect(await show(run_hash.slice(0, 7))).toMatchObject({ status: 404, body: { code: 'RUN_NOT_FOUND' } });
    expect(await show(`${run_hash.slice(0, 63)}g`)).toMatchObject({ status: 404, body: { code: 'RUN_NOT_FOUND' } });
    expect(await show(run_hash.toUpperCase())).toMatchObject({ status: 404 });
    expect(await json(server.fetch(`/runs/${run_hash}?x=1`))).toMatchObject({ status: 422 });
  });
});

describe('GET /runs', () => {
  interface List {
    readonly items: readonly Body[];
    readonly next_cursor: string | null;
  }
  const list = (query: string) => json<List>(server.fetch(`/runs?${query}`));

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
