import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { apiOf, type Body } from '../testing/api-of.js';
import { lastSpin, misbehaving, misbehavingPlugins } from '../testing/plugins.js';
import { readEvents } from '../testing/read-events.js';
import { type RunningServer, startServer } from '../testing/running-server.js';
import { flatCsv, momentumOf, smallRun } from '../testing/sample-runs.js';
import { until } from '../testing/until.js';

let folder: string;
let server: RunningServer;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'projecta-life-'));
  const limits = { PROJECTA_WORKERS: '1', PROJECTA_MAX_QUEUE: '2', PROJECTA_RETENTION: '2' };
  server = await startServer({ env: { PROJECTA_PLUGINS: misbehavingPlugins(folder), PROJECTA_DATA_DIR: folder, ...limits } });
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

const { cancel, json, post, show, waited } = apiOf(() => server);

async function statusOf(run_hash: string): Promise<unknown> {
  return (await show(run_hash)).body['status'];
}

describe('a run in flight', () => {
  test('is stopped by its cancel, also inside an endless loop', async () => {
    const { run_hash } = (await post(misbehaving('endless'))).body;
    await until(() => existsSync(join(folder, 'still-0')));
    const sent = Date.now();
    expect(await cancel(run_hash)).toMatchObject({ status: 202, body: { run_hash, status: 'cancelled', attempt: 1 } });
    // its worker is free for the next one, so the loop was left: load.bench.ts says how soon on a machine that does nothing else
    expect((await waited(smallRun(1))).body['status']).toBe('completed');
    expect(lastSpin(folder, 0) - sent).toBeLessThan(2_000);
    expect(await show(run_hash)).toMatchObject({
      status: 200,
      body: { status: 'cancelled', error: null, metrics: null, finished_at: expect.any(String) },
    });
  });

  test('keeps others waiting, of which so many may wait', async () => {
    const { body: busy } = await post(misbehaving('endless', 1));
    const waiting = [(await post(smallRun(2))).body, (await post(smallRun(3))).body];
    expect(waiting.map(({ status }) => status)).toEqual(['queued', 'queued']);
    const full = await post(smallRun(4));
    expect(full).toMatchObject({ status: 429, body: { code: 'QUEUE_FULL', retryable: true } });
    expect(Number(full.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await post(smallRun(3))).body).toMatchObject({ created: false, status: 'queued' }); // one that is there asks for no place
    expect((await cancel(waiting[0]!.run_hash)).body).toMatchObject({ status: 'cancelled' });
    expect((await post(smallRun(4))).status).toBe(201);
    await cancel(busy.run_hash);
    await until(async () => (await statusOf(waiting[1]!.run_hash)) === 'completed');
    expect(await statusOf(waiting[0]!.run_hash)).toBe('cancelled');
  });

  test('that is deleted is stopped first', async () => {
    const { body } = await post(misbehaving('endless', 2));
    const { run_hash } = body;
    expect((await server.fetch(`/runs/${run_hash}`, { method: 'DELETE' })).status).toBe(204);
    expect(await show(run_hash)).toMatchObject({ status: 404, body: { code: 'RUN_NOT_FOUND' } });
    expect((await waited(smallRun(5))).body).toMatchObject({ status: 'completed' });
  });

  test('that is cancelled and posted again at once begins anew', async () => {
    const { body } = await post(misbehaving('endless', 3));
    await cancel(body.run_hash);
    const again = await post(misbehaving('endless', 3));
    expect(again).toMatchObject({ status: 201, body: { run_hash: body.run_hash, created: true } });
    await until(async () => (await statusOf(body.run_hash)) === 'running');
    expect((await show(body.run_hash)).body).toMatchObject({ attempt: 2 });
    expect((await cancel(body.run_hash)).body).toMatchObject({ status: 'cancelled', attempt: 2 });
    expect((await waited(smallRun(6))).body).toMatchObject({ status: 'completed' });
  });
});

describe('a run that fails', () => {
  test('says what its strategy did, and is tried again when it is posted again', async () => {
    const first = await waited(misbehaving('broken'));
    expect(first).toMatchObject({ status: 201, body: { created: true, status: 'failed' } });
    const { run_hash } = first.body;
    const { body } = await show(run_hash);
    expect(body['error']).toMatchObject({
      code: 'STRATEGY_ERROR',
      title: 'Strategy error',
      instance: `/runs/${run_hash}`,
      detail: expect.any(String),
    });
    expect(await waited(misbehaving('broken'))).toMatchObject({ status: 201, body: { run_hash, created: true, status: 'failed' } });
    expect((await show(run_hash)).body).toMatchObject({ attempt: 2, metrics: null, manifest: null, selection: null });
  });
});

describe('retention', () => {
  test('takes the results of the runs before the last two, and of failed ones apart from them', async () => {
    const hashes: string[] = [];
    for (const n of [11, 12, 13]) hashes.push((await waited(smallRun(n))).body.run_hash);
    const [first, second, third] = hashes as [string, string, string];
    expect(await show(first)).toMatchObject({ status: 410, body: { code: 'RUN_PRUNED' } });
    expect((await show(first.slice(0, 12))).status).toBe(410);
    expect([await statusOf(second), await statusOf(third)]).toEqual(['completed', 'completed']);
    expect(existsSync(join(server.home, 'runs', first))).toBe(false);
    // what happened to it can still be told
    const told = await readEvents(`${server.url}/runs/${first}/events`);
    expect(told.events.map(({ type }) => type)).toEqual(expect.arrayContaining(['run.queued', 'run.completed']));
    const { status } = await readEvents(`${server.url}/runs/${first}/events`, {
      headers: { 'Last-Event-ID': String(told.events.at(-1)!.id) },
    });
    expect(status).toBe(204);
    const listed = (await (await server.fetch('/runs')).json()) as { readonly items: readonly Body[] };
    expect(listed.items.filter(({ status }) => status === 'completed').map(({ run_hash }) => run_hash)).toEqual([third, second]);
    expect(listed.items.map(({ run_hash }) => run_hash)).not.toContain(first);
  });

  test('gives a run that is posted again a new link in the chain', async () => {
    const before = await waited(smallRun(21));
    const { manifest: old } = (await show(before.body.run_hash)).body as unknown as {
      manifest: { chain_prev: string; manifest_hash: string };
    };
    await waited(smallRun(22));
    const last = (await waited(smallRun(23))).body.run_hash;
    expect((await show(before.body.run_hash)).status).toBe(410);
    expect(await waited(smallRun(21))).toMatchObject({
      status: 201,
      body: { created: true, run_hash: before.body.run_hash, status: 'completed' },
    });
    const { body } = await show(before.body.run_hash);
    const lastManifest = (await show(last)).body['manifest'] as { manifest_hash: string };
    expect(body['manifest']).toMatchObject({ chain_prev: lastManifest.manifest_hash });
    expect((body['manifest'] as typeof old).manifest_hash).not.toBe(old.manifest_hash);
    expect(body).toMatchObject({ attempt: 2 });
  });

  test('passes a pinned run by', async () => {
    const { run_hash } = (await waited(smallRun(31))).body;
    expect(await json(`/runs/${run_hash}/pin`, { method: 'PUT' })).toMatchObject({
      status: 200,
      body: { run_hash, pinned: true },
    });
    expect((await show(run_hash)).body).toMatchObject({ pinned: true });
    for (const n of [32, 33, 34]) await waited(smallRun(n));
    expect((await show(run_hash)).body).toMatchObject({ status: 'completed', pinned: true });
    expect(await json(`/runs/${run_hash}`, { method: 'DELETE' })).toMatchObject({
      status: 409,
      body: { code: 'RUN_PINNED' },
    });
    expect(await json(`/runs/${run_hash}/pin`, { method: 'DELETE' })).toMatchObject({ status: 200, body: { pinned: false } });
    expect((await server.fetch(`/runs/${run_hash}`, { method: 'DELETE' })).status).toBe(204);
    expect(existsSync(join(server.home, 'runs', run_hash))).toBe(false);
  });
});

test('a run on a file of the data folder is of what the file holds now, though its body came before', async () => {
  const file = join(folder, 'FILED.csv');
  writeFileSync(file, flatCsv(100));
  const first = await waited(momentumOf('FILED'));
  expect(first.body).toMatchObject({ created: true, status: 'completed' });
  writeFileSync(file, flatCsv(300));
  const second = await waited(momentumOf('FILED'));
  expect(second.body).toMatchObject({ created: true, config_hash: first.body['config_hash'] });
  expect(second.body.run_hash).not.toBe(first.body.run_hash);
});
