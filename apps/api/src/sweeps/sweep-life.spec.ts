import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Answer, apiOf, type Body } from '../testing/api-of.js';
import { cpuTime, cpuTimeAtRest } from '../testing/cpu-time.js';
import { lastSpin, misbehaving, misbehavingPlugins } from '../testing/plugins.js';
import { readEvents } from '../testing/read-events.js';
import { type RunningServer, startServer } from '../testing/running-server.js';
import { smallRun } from '../testing/sample-runs.js';
import { longSweep, smallSweep } from '../testing/sample-sweeps.js';
import { until } from '../testing/until.js';

let folder: string;
let home: string;
let env: Record<string, string>;
let server: RunningServer;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'projecta-sweep-life-'));
  home = join(folder, 'home');
  env = { PROJECTA_PLUGINS: misbehavingPlugins(folder), PROJECTA_WORKERS: '1', PROJECTA_MAX_QUEUE: '2', PROJECTA_RETENTION: '2' };
  server = await startServer({ home, env });
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

const { json, post } = apiOf(() => server);
const submit = (sweep: object): Promise<Answer> => post(sweep, {}, '/sweeps');
const waited = (sweep: object): Promise<Answer> => post(sweep, { Prefer: 'wait=60' }, '/sweeps');
const show = (sweep_hash: string): Promise<Answer> => json(`/sweeps/${sweep_hash}`);
const cancel = (sweep_hash: string): Promise<Answer> => json(`/sweeps/${sweep_hash}/cancel`, { method: 'POST' });

/** A sweep over one of the strategies that misbehave. */
function misbehavingSweep(name: 'broken' | 'endless', n: number): object {
  return { base: misbehaving(name), grid: { n: [n] } };
}

describe('POST /sweeps', () => {
  test('makes one sweep of 50 identical posts at once', async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => submit(smallSweep())));
    expect(answers.filter(({ status, body }) => status === 201 && body['created'] === true)).toHaveLength(1);
    expect(answers.filter(({ status, body }) => status === 200 && body['created'] === false)).toHaveLength(49);
    const { sweep_hash } = answers[0]!.body;
    expect(new Set(answers.map(({ body }) => body.sweep_hash))).toEqual(new Set([sweep_hash]));
    expect((await waited(smallSweep())).body).toMatchObject({ status: 'completed', created: false });
    const { items } = (await json<{ items: Body[] }>('/sweeps')).body;
    expect(items.map((item) => item.sweep_hash)).toEqual([sweep_hash]);
    expect((await json<{ items: Body[] }>('/runs')).body.items).toEqual([]); // its trials are no runs
    const events = await json<{ items: Body[] }>(`/sweeps/${sweep_hash}/events`, { headers: { Accept: 'application/json' } });
    expect(events.body.items.filter(({ type }) => type === 'run.queued')).toHaveLength(1);
  });

  test('answers what was made, with where everything of it is', async () => {
    const { status, body, headers } = await waited(smallSweep(1));
    const self = `/sweeps/${body.sweep_hash}`;
    expect([status, headers.get('location'), headers.get('preference-applied')]).toEqual([201, self, 'wait=60']);
    expect(body).toEqual({
      ...{ sweep_hash: expect.stringMatching(/^[0-9a-f]{64}$/), config_hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
      ...{ status: 'completed', created: true },
      links: {
        ...{ self, events: `${self}/events`, artifacts: `${self}/artifacts`, report: `${self}/artifacts/report.html` },
        ...{ verify: `${self}/verify`, cancel: `${self}/cancel`, pin: `${self}/pin` },
      },
    });
  });

  test('knows a sweep by what it means, not by how it is written', async () => {
    const { sweep_hash } = (await waited(smallSweep(1))).body;
    const grid = { 'strategy.params.slow': [20, 40, 60, 80], short_window: [5, 10, 20] };
    expect(await submit({ grid, base: { validation: {}, ...smallRun(1) } })).toMatchObject({
      status: 200,
      body: { sweep_hash, created: false },
    });
  });
});

describe('a sweep in flight', () => {
  test('is stopped by its cancel, between its trials and inside an endless one', async () => {
    const { sweep_hash } = (await submit(longSweep())).body;
    await until(async () => Number((await show(sweep_hash)).body['progress']) > 0);
    expect(await cancel(sweep_hash)).toMatchObject({ status: 202, body: { sweep_hash, status: 'cancelled', attempt: 1 } });
    expect((await show(sweep_hash)).body).toMatchObject({ status: 'cancelled', best: null, tried: null, error: null, manifest: null });
    const { body } = await submit(misbehavingSweep('endless', 7));
    await until(() => existsSync(join(folder, 'still-7')));
    const sent = Date.now();
    await cancel(body.sweep_hash);
    expect((await waited(smallSweep(2))).body).toMatchObject({ status: 'completed' }); // the worker is free
    expect(lastSpin(folder, 7) - sent).toBeLessThan(2_000); // load.bench.ts says how soon on a machine that does nothing else
  });

  test('takes next to no CPU after its cancel', async () => {
    const { sweep_hash } = (await submit(longSweep(3))).body;
    await until(async () => Number((await show(sweep_hash)).body['progress']) > 0);
    const before = cpuTime(server.pid);
    expect((await cancel(sweep_hash)).body).toMatchObject({ status: 'cancelled' });
    expect((await cpuTimeAtRest(server.pid)) - before).toBeLessThan(1_000); // of many seconds; load.bench.ts says how soon it ends
  }, 60_000);

  test('waits in one queue with runs, of which so many may wait', async () => {
    const { body: busy } = await submit(misbehavingSweep('endless', 8));
    const run = await post(smallRun(1));
    const waiting = await submit(smallSweep(3));
    expect([run.body['status'], waiting.body['status']]).toEqual(['queued', 'queued']);
    const full = await submit(smallSweep(4));
    expect(full).toMatchObject({ status: 429, body: { code: 'QUEUE_FULL', retryable: true } });
    expect(Number(full.headers.get('retry-after'))).toBeGreaterThan(0);
    await cancel(busy.sweep_hash);
    expect((await waited(smallSweep(3))).body).toMatchObject({ status: 'completed', created: false });
  });

  test('that is deleted is stopped first', async () => {
    const { sweep_hash } = (await submit(longSweep(1))).body;
    expect((await server.fetch(`/sweeps/${sweep_hash}`, { method: 'DELETE' })).status).toBe(204);
    expect(await show(sweep_hash)).toMatchObject({ status: 404, body: { code: 'SWEEP_NOT_FOUND' } });
  });

  test('is computed again from the start after a kill -9, as its next attempt', async () => {
    const { sweep_hash } = (await submit(longSweep(2))).body;
    await until(async () => Number((await show(sweep_hash)).body['progress']) > 0);
    const before = await readEvents(`${server.url}/sweeps/${sweep_hash}/events`, { isEnough: ({ events }) => events.length > 3 });
    await server.kill();
    server = await startServer({ home, env });
    const last = before.events.at(-1)!.id;
    const after = await readEvents(`${server.url}/sweeps/${sweep_hash}/events`, { headers: { 'Last-Event-ID': String(last) } });
    const whole = [...before.events, ...after.events];
    expect(whole.map(({ id }) => id)).toEqual([...new Set(whole.map(({ id }) => id))].sort((a, b) => a - b)); // none lost, none doubled
    expect(whole.filter(({ type }) => type === 'run.queued').map(({ data }) => data['attempt'])).toEqual([1, 2]);
    expect(whole.at(-1)).toMatchObject({ type: 'run.completed', data: { sweep_hash, attempt: 2 } });
    expect((await show(sweep_hash)).body).toMatchObject({ status: 'completed', attempt: 2, tried: 1_600, trials: 1_600 });
  }, 240_000);
});

describe('a sweep that has ended', () => {
  test('because a trial broke says which, and is tried again when it is posted again', async () => {
    const first = await waited(misbehavingSweep('broken', 3));
    expect(first).toMatchObject({ status: 201, body: { status: 'failed' } });
    const { error } = (await show(first.body.sweep_hash)).body;
    expect(error).toMatchObject({
      code: 'STRATEGY_ERROR',
      instance: `/sweeps/${first.body.sweep_hash}`,
      detail: expect.stringContaining('n 3'),
    });
    expect(await waited(misbehavingSweep('broken', 3))).toMatchObject({ status: 201, body: { created: true } });
    expect((await show(first.body.sweep_hash)).body).toMatchObject({ attempt: 2 });
  });

  test('is pruned by later sweeps, unless it is pinned, and never by runs', async () => {
    const [pinned, pruned] = [(await waited(smallSweep(11))).body.sweep_hash, (await waited(smallSweep(12))).body.sweep_hash];
    expect(await json(`/sweeps/${pinned}/pin`, { method: 'PUT' })).toMatchObject({
      status: 200,
      body: { sweep_hash: pinned, pinned: true },
    });
    for (const n of [13, 14, 15]) await post(smallRun(n), { Prefer: 'wait=30' });
    expect((await show(pruned)).body).toMatchObject({ status: 'completed' });
    for (const n of [13, 14]) await waited(smallSweep(n));
    expect(await show(pruned)).toMatchObject({ status: 410, body: { code: 'RUN_PRUNED', detail: expect.stringContaining('sweep') } });
    expect((await show(pinned)).body).toMatchObject({ status: 'completed', pinned: true });
    expect(await json(`/sweeps/${pinned}`, { method: 'DELETE' })).toMatchObject({ status: 409, body: { code: 'RUN_PINNED' } });
    expect(await json(`/sweeps/${pinned}/pin`, { method: 'DELETE' })).toMatchObject({ status: 200, body: { pinned: false } });
    expect((await server.fetch(`/sweeps/${pinned}`, { method: 'DELETE' })).status).toBe(204);
    expect(existsSync(join(home, 'runs', pinned))).toBe(false);
  });
});
