import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type AnyEvent, ApiProblem, type Client, createClient, type RunEvent, type SweepConfig, type SweepEvent } from '@projecta/client';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { csvOf, someCandles } from './testing/candle-files.js';
import { cuttingFetch, sentTo } from './testing/cutting-fetch.js';
import { type RunningServer, startServer } from './testing/running-server.js';
import { smallRun } from './testing/sample-runs.js';
import { until } from './testing/until.js';

const CONFIG = {
  symbol: 'TEST',
  timeframe: '1h',
  start: '2024-01-01',
  end: '2024-02-01',
  strategy: { name: 'dual_sma', params: { fast: 5, slow: 20 } },
  validation: { permutation: { trials: 5 } },
} as const;

describe('the client against the service', () => {
  const TOKEN = 'a-token-of-this-test';
  let server: RunningServer;
  let client: Client;
  beforeAll(async () => {
    server = await startServer({ env: { PROJECTA_API_TOKEN: TOKEN } });
    client = createClient({ baseUrl: server.url, token: TOKEN });
  }, 60_000);
  afterAll(async () => {
    await server.stop();
  });

  test('submits, follows, waits for and reads a run', async () => {
    const { run_hash, created } = await client.runs.submit(CONFIG);
    expect(created).toBe(true);
    const events: RunEvent[] = [];
    for await (const event of client.runs.events(run_hash)) events.push(event);
    const [first, last] = [events[0]!, events.at(-1)!];
    expect([first.type, last.type]).toEqual(['run.queued', 'run.completed']);
    const run = await client.runs.wait(run_hash);
    expect(run.status).toBe('completed');
    expect(last.type === 'run.completed' && last.metrics).toEqual(run.metrics);
    expect((await client.runs.submit(CONFIG, { wait: 5 })).created).toBe(false);
  });
  test('checks, lists, keeps, compares, verifies and removes runs', async () => {
    const check = await client.runs.validate({ ...CONFIG, seed: 1 });
    expect([check.exists, check.data.bars]).toEqual([false, 744]);
    const { run_hash } = await client.runs.submit({ ...CONFIG, seed: 1 }, { wait: 30 });
    const { run_hash: other } = await client.runs.submit(CONFIG);
    expect(await client.runs.pin(run_hash)).toMatchObject({ pinned: true });
    const refused = await client.runs.remove(run_hash).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(ApiProblem);
    expect(refused).toMatchObject({ code: 'RUN_PINNED', status: 409 });
    expect(await client.runs.unpin(run_hash)).toMatchObject({ pinned: false });
    expect((await client.runs.compare([run_hash, other], { downsample: 50 })).config).toEqual([{ path: '/seed', values: [1, 42] }]);
    expect(await client.runs.verify(run_hash, { replay: true })).toMatchObject({ ok: true, replay: { status: 'same' } });
    expect(await client.runs.cancel(run_hash)).toMatchObject({ status: 'completed' });
    expect((await client.runs.list({ symbol: 'TEST', limit: 1 })).items[0]!.run_hash).toBe(run_hash);
    expect((await client.chain.list()).items.map((link) => link.run_hash)).toEqual([other, run_hash]);
    expect(await client.chain.verify()).toMatchObject({ ok: true, entries: 2 });
    await client.runs.remove(run_hash);
    await expect(client.runs.get(run_hash)).rejects.toMatchObject({ code: 'RUN_NOT_FOUND' });
  });
  test('reads manifests, files and tables', async () => {
    const { run_hash } = await client.runs.submit(CONFIG, { wait: 30 });
    expect((await client.artifacts.manifest(run_hash)).artifacts.length).toBe(12);
    const metrics = (await (await client.artifacts.get(run_hash, 'metrics.json')).json()) as { metrics: object };
    expect(metrics.metrics).toEqual((await client.runs.get(run_hash)).metrics);
    const rows = await client.artifacts.rows(run_hash, 'equity.parquet', { limit: 3 });
    expect([rows.length, rows.at(-1)!.ts]).toEqual([3, Date.parse('2024-01-31T23:00:00Z')]);
    const csv = await (await client.artifacts.get(run_hash, 'equity.parquet', { format: 'csv', columns: 'ts,equity', limit: 1 })).text();
    expect(csv.split('\n')[0]).toBe('ts,equity');
    await expect(client.artifacts.get(run_hash, 'nope')).rejects.toMatchObject({ code: 'ARTIFACT_NOT_FOUND' });
  });
  test('submits, follows, reads and removes sweeps', async () => {
    const { validation: _validation, ...base } = CONFIG;
    const random: SweepConfig['random'] = { trials: 6, fast: { min: 2, max: 9 }, 'risk.params.fraction': { values: [0.5, 1] } };
    const sweep: SweepConfig = { base, random, objective: 'calmar' };
    expect(await client.sweeps.validate(sweep)).toMatchObject({ exists: false, tried: 6, skipped: { count: 0 } });
    const { sweep_hash, created } = await client.sweeps.submit(sweep);
    expect(created).toBe(true);
    const events: SweepEvent[] = [];
    for await (const event of client.sweeps.events(sweep_hash)) events.push(event);
    const last = events.at(-1)!;
    const shown = await client.sweeps.wait(sweep_hash);
    expect(shown).toMatchObject({ status: 'completed', objective: 'calmar', tried: 6 });
    expect(last.type === 'run.completed' && last.metrics).toEqual(shown.best!.metrics);
    const rows = await client.sweeps.rows(sweep_hash);
    expect(rows.map(({ run_hash }) => run_hash)).toContain(shown.best!.run_hash);
    expect(await client.sweeps.rows(sweep_hash, { columns: 'trial', limit: 1 })).toEqual([{ trial: 5 }]);
    expect((await client.sweeps.manifest(sweep_hash)).run_hash).toBe(sweep_hash);
    expect(await (await client.sweeps.file(sweep_hash, 'summary.json')).json()).toMatchObject({ sweep_hash, tried: 6 });
    const { run_hash } = await client.runs.submit(CONFIG, { wait: 30 });
    const both: AnyEvent[] = [];
    for await (const event of client.events({ runs: [run_hash], sweeps: [sweep_hash] })) both.push(event);
    expect(both.filter(({ type }) => type === 'run.completed')).toHaveLength(2);
    expect(await client.sweeps.submit(sweep, { wait: 5 })).toMatchObject({ created: false, status: 'completed' });
    expect(await client.sweeps.verify(sweep_hash, { replay: true })).toMatchObject({ sweep_hash, ok: true, replay: { status: 'same' } });
    expect((await client.sweeps.list({ limit: 1 })).items[0]).toMatchObject({ sweep_hash, best: { value: shown.best!.value } });
    expect(await client.sweeps.pin(sweep_hash)).toMatchObject({ pinned: true });
    expect(await client.sweeps.unpin(sweep_hash)).toMatchObject({ pinned: false });
    expect(await client.sweeps.cancel(sweep_hash)).toMatchObject({ status: 'completed' });
    await client.sweeps.remove(sweep_hash);
    await expect(client.sweeps.get(sweep_hash)).rejects.toMatchObject({ code: 'SWEEP_NOT_FOUND' });
    await expect(client.sweeps.file(sweep_hash, 'summary.json')).rejects.toMatchObject({ code: 'SWEEP_NOT_FOUND' });
  }, 60_000);
  test('stores presets and data sets, and reads candles, features and the catalogue', async () => {
    const { preset_id } = await client.presets.put('mine', CONFIG);
    expect((await client.presets.put('mine', CONFIG)).created).toBe(false);
    expect(await client.presets.get(preset_id)).toMatchObject({ name: 'mine' });
    expect((await client.presets.list()).items.length).toBe(1);
    expect(await client.presets.run(preset_id, { seed: 2 }, { wait: 30 })).toMatchObject({ created: true, status: 'completed' });
    await client.presets.remove(preset_id);
    expect(await client.datasets.check('A/B', csvOf(someCandles()))).toMatchObject({ valid: true, data_set: { bars: 240 } });
    expect(await client.datasets.put('A/B', csvOf(someCandles()))).toMatchObject({ created: true, timeframe: '1h' });
    expect(await client.datasets.get('A/B')).toMatchObject({ profile: { flat_bars: 0 } });
    expect((await client.datasets.list()).items.map(({ symbol }) => symbol)).toEqual(['A/B', 'TEST']);
    expect((await client.candles({ symbol: 'A/B', timeframe: '4h', limit: 2 })).columns.ts.length).toBe(2);
    const indicators = [{ name: 'sma', params: { length: 3 } } as const];
    const span = { symbol: 'A/B', timeframe: '1d', start: '2024-01-01', end: '2024-02-01' } as const;
    expect((await client.features.preview({ ...span, indicators })).columns['sma_3']!.length).toBe(10);
    await client.datasets.remove('A/B');
    expect((await client.catalog({ kind: 'strategy' })).items.map(({ kind }) => kind)).toContain('strategy');
    expect((await client.plugins('dual_sma')).map(({ kind }) => kind)).toEqual(['strategy', 'indicator']);
    expect(await client.health()).toMatchObject({ status: 'ok' });
    await client.beginSession();
    await expect(createClient({ baseUrl: server.url }).runs.list()).rejects.toMatchObject({ code: 'UNAUTHORIZED', status: 401 });
  });
});

/** Which of the fifty takes some seconds. */
const LONG = 10;

test('fifty runs: over a kill and a stop, every stream is the stored list, also where it is cut off after each event', async () => {
  const home = mkdtempSync(join(tmpdir(), 'projecta-client-'));
  const env = { PROJECTA_WORKERS: '2' };
  let server = await startServer({ home, env });
  const follow = { baseUrl: 'http://the-server' };
  const cut = createClient({ ...follow, fetch: cuttingFetch(() => server.url) });
  const whole = createClient({ ...follow, fetch: (request) => sentTo(server.url, request) });
  const configs = Array.from({ length: 50 }, (_, n) => ({
    ...smallRun(n),
    start: '2023-11-01',
    validation: { permutation: { trials: n === LONG ? 30_000 : 20 } }, // the long one is in flight when the kill comes
  }));
  const submissions = await Promise.all(configs.map((config) => server.post('/runs', config).then((answer) => answer.json())));
  const runs = submissions.map((submission) => (submission as { run_hash: string }).run_hash);

  const all = collected(whole.events(runs, { pause_ms: 1 }));
  const each = runs.map((run_hash) => collected(cut.runs.events(run_hash, { pause_ms: 1 })));
  const told = (): number => each.reduce((sum, { events }) => sum + events.length, 0);
  const isUnderWay = (): boolean => each[LONG]!.events.some(({ type }) => type === 'stage.progress');
  await until(() => told() > 100 && isUnderWay());
  await server.kill();
  server = await startServer({ home, env });
  await until(() => told() > 400);
  await server.stop();
  server = await startServer({ home, env });
  await Promise.all([all.ended, ...each.map(({ ended }) => ended)]);

  const stored = await storedEvents(server, runs);
  expect(all.events).toEqual(stored);
  for (const [i, run_hash] of runs.entries()) expect(each[i]!.events).toEqual(stored.filter((event) => event.run_hash === run_hash));
  const ids = stored.map(({ id }) => id);
  expect(ids).toEqual([...new Set(ids)].sort((a, b) => a - b));
  expect(stored.filter(({ type }) => type === 'run.completed').length).toBe(50);
  expect(Math.max(...stored.map(({ attempt }) => attempt))).toBeGreaterThan(1); // the kill hit runs in flight
  await server.stop();
  rmSync(home, { recursive: true, force: true });
}, 120_000);

function collected(source: AsyncIterable<RunEvent>): { readonly events: readonly RunEvent[]; readonly ended: Promise<void> } {
  const events: RunEvent[] = [];
  const ended = (async () => {
    for await (const event of source) events.push(event);
  })();
  return { events, ended };
}

/** All of them, page by page. */
async function storedEvents({ fetch: get }: RunningServer, runs: readonly string[]): Promise<RunEvent[]> {
  const events: RunEvent[] = [];
  const query = runs.map((run_hash) => `run=${run_hash}`).join('&');
  for (let cursor: string | null = '0'; cursor !== null;) {
    const answer = await get(`/events?${query}&limit=500&cursor=${cursor}`, { headers: { Accept: 'application/json' } });
    const page = (await answer.json()) as { items: RunEvent[]; next_cursor: string | null };
    events.push(...page.items);
    cursor = page.next_cursor;
  }
  return events;
}
