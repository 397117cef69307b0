import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { prepareSweep, type SweepConfig } from '@projecta/engine';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Answer, apiOf, type Body } from '../testing/api-of.js';
import { readEvents } from '../testing/read-events.js';
import { type RunningServer, startServer } from '../testing/running-server.js';
import { smallRun } from '../testing/sample-runs.js';
import { smallSweep } from '../testing/sample-sweeps.js';

interface Row extends Readonly<Record<string, unknown>> {
  readonly trial: number;
  readonly run_hash: string;
}

let server: RunningServer;
let sweep_hash: string;
beforeAll(async () => {
  server = await startServer({ env: { PROJECTA_WORKERS: '2' } });
  sweep_hash = (await waited(smallSweep())).body.sweep_hash;
}, 60_000);
afterAll(() => server.stop());

const { json, post } = apiOf(() => server);
const waited = (sweep: object): Promise<Answer> => post(sweep, { Prefer: 'wait=60' }, '/sweeps');
const show = (name = sweep_hash): Promise<Answer> => json(`/sweeps/${name}`);
const table = (query: string): Promise<Response> => server.fetch(`/sweeps/${sweep_hash}/artifacts/sweep.parquet?${query}`);

async function rows(): Promise<Row[]> {
  return (await (await table('format=json')).json()) as Row[];
}

describe('GET /sweeps/{sweep_hash}', () => {
  test('shows a sweep by a prefix, with its normal form, its best trial and what was skipped', async () => {
    const { body, status } = await show(sweep_hash.slice(0, 9));
    expect(status).toBe(200);
    expect(body).toMatchObject({
      ...{ sweep_hash, status: 'completed', attempt: 1, stage: null, progress: 1, error: null, objective: 'sharpe' },
      ...{ tried: 12, trials: 11, skipped: { count: 1, reasons: [{ code: 'OUT_OF_RANGE', params: { 'strategy.params.fast': 20 } }] } },
      sweep: { base: { seed: 0 }, grid: { 'strategy.params.fast': [5, 10, 20], 'strategy.params.slow': [20, 40, 60, 80] } },
      data: { symbol: 'TEST', timeframe: '1d', bars: 365 },
      manifest: { run_hash: sweep_hash },
      timings_ms: { sweep: expect.any(Number) },
    });
    const all = await rows();
    const best = body['best'] as Row & { readonly row: number; readonly value: number };
    expect(all[best.row]).toMatchObject({ trial: best.trial, run_hash: best.run_hash, sharpe: best.value });
    expect(Math.max(...all.map((row) => Number(row['sharpe'])))).toBe(best.value);
  });

  test('has the hash that the engine gives it', async () => {
    const prepared = await prepareSweep({ sweep: smallSweep() as SweepConfig });
    const shown = (await show()).body;
    expect([sweep_hash, shown['sweep']]).toEqual([prepared.sweep_hash, prepared.sweep]);
  });

  test('counts its trials among the configs that were tried, each once', async () => {
    const before = (await show()).body['selection'] as { readonly trials: number };
    const [first] = await rows();
    const params = { fast: first!['param.strategy.params.fast'], slow: first!['param.strategy.params.slow'] };
    const run = await post({ ...smallRun(), strategy: { name: 'dual_sma', params } }, { Prefer: 'wait=30' });
    expect(run.body).toMatchObject({ status: 'completed', run_hash: first!.run_hash }); // the run of that row's config
    const { selection, metrics } = (await json(`/runs/${run.body.run_hash}`)).body;
    expect(selection).toMatchObject({ trials: before.trials });
    expect(metrics).toEqual(Object.fromEntries(Object.entries(first!).filter(([name]) => name in (metrics as object))));
    const other = await waited({ base: smallRun(), grid: { fast: [5, 7], slow: [20] } });
    expect((await show(other.body.sweep_hash)).body).toMatchObject({ trials: 2, selection: { trials: before.trials + 1 } });
  });
});

describe('the run_hash of a row', () => {
  test('is that of POST /runs/validate with its values, for paths of every kind', async () => {
    const grid = { fast: [3], 'risk.params.fraction': [0.5], 'risk.stop_loss': [0.05], 'execution.fee_bps': [0, 2] };
    const { body } = await waited({ base: smallRun(5), grid });
    const answer = await server.fetch(`/sweeps/${body.sweep_hash}/artifacts/sweep.parquet?format=json`);
    for (const row of (await answer.json()) as Row[]) {
      const config = {
        ...smallRun(5),
        strategy: { name: 'dual_sma', params: { fast: row['param.strategy.params.fast'], slow: 20 } },
        risk: { params: { fraction: row['param.risk.params.fraction'] }, stop_loss: row['param.risk.stop_loss'] },
        execution: { fee_bps: row['param.execution.fee_bps'] },
      };
      expect((await post(config, {}, '/runs/validate')).body).toMatchObject({ run_hash: row.run_hash });
    }
  });
});

describe('artifacts of a sweep', () => {
  test('are what its manifest lists, with its hash as the entity tag', async () => {
    const { artifacts } = (await json<{ artifacts: { name: string; sha256: string }[] }>(`/sweeps/${sweep_hash}/artifacts`)).body;
    expect(artifacts.map(({ name }) => name)).toEqual([
      ...['config.json', 'identity.json', 'report.html', 'summary.json', 'sweep.parquet'],
      ...['validation_detail.parquet', 'validation_summary.json'],
    ]);
    for (const { name, sha256 } of artifacts) {
      const path = `/sweeps/${sweep_hash}/artifacts/${name}`;
      const answer = await server.fetch(path);
      expect([answer.status, answer.headers.get('etag')]).toEqual([200, `"${sha256}"`]);
      expect(answer.headers.get('cache-control')).toContain('immutable');
      await answer.arrayBuffer();
      expect((await server.fetch(path, { headers: { 'If-None-Match': `"${sha256}"` } })).status).toBe(304);
    }
  });

  test('give the trials as JSON, CSV and Arrow, in part where that is wanted', async () => {
    const all = await rows();
    expect(all.map(({ trial }) => trial)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 9, 10, 11]); // 8 was skipped
    const [header, ...lines] = (await (await table('format=csv&columns=trial,sharpe')).text()).trim().split(/\r?\n/);
    expect([header, lines.length]).toEqual(['trial,sharpe', 11]);
    expect(lines.map((line) => Number(line.split(',')[1]))).toEqual(all.map((row) => row['sharpe']));
    expect((await (await table('format=json&columns=trial&limit=2')).json()) as Row[]).toEqual([{ trial: 10 }, { trial: 11 }]);
    expect((await table('format=arrow')).headers.get('content-type')).toBe('application/vnd.apache.arrow.file');
    expect((await table('format=json&columns=nope')).status).toBe(422);
  });

  test('are not served once they are damaged, and verification says which', async () => {
    const { body } = await waited(smallSweep(9));
    const damaged = body.sweep_hash;
    writeFileSync(join(server.home, 'runs', damaged, 'summary.json'), '{}');
    expect(await json(`/sweeps/${damaged}/artifacts/summary.json`)).toMatchObject({ status: 500, body: { code: 'ARTIFACT_DAMAGED' } });
    const verified = await json<Body & { differences: { artifact: string }[] }>(`/sweeps/${damaged}/verify?replay=true`);
    expect(verified.body).toMatchObject({ sweep_hash: damaged, ok: false, chain: { ok: true }, replay: { status: 'same' } });
    expect(new Set(verified.body.differences.map(({ artifact }) => artifact))).toEqual(new Set(['summary.json']));
  });

  test('are the same when the sweep is computed again', async () => {
    expect((await json(`/sweeps/${sweep_hash}/verify?replay=true`)).body).toMatchObject({
      ...{ sweep_hash, ok: true, differences: [], chain: { ok: true, sequence: 1 }, replay: { status: 'same' } },
    });
  });
});

describe('sweeps beside runs', () => {
  test('stand in one chain', async () => {
    const { items } = (await json<{ items: Body[] }>('/chain')).body;
    expect(new Set(items.map(({ kind }) => kind))).toEqual(new Set(['run', 'sweep']));
    expect(items[0]).toMatchObject({ sequence: 1, kind: 'sweep', run_hash: sweep_hash, kept: true });
    for (const [i, item] of items.entries()) expect(item['chain_prev']).toBe(items[i - 1]?.['manifest_hash'] ?? null);
    expect((await json('/chain/verify')).body).toMatchObject({ ok: true, entries: items.length });
  });

  test('are not found under the other name', async () => {
    const { items } = (await json<{ items: Body[] }>('/runs')).body;
    expect(await json(`/runs/${sweep_hash}`)).toMatchObject({ status: 404, body: { code: 'RUN_NOT_FOUND' } });
    expect(await show(items[0]!.run_hash)).toMatchObject({ status: 404, body: { code: 'SWEEP_NOT_FOUND' } });
    expect(await json(`/runs/compare?hash=${sweep_hash}&hash=${items[0]!.run_hash}`)).toMatchObject({
      status: 404,
      body: { code: 'RUN_NOT_FOUND' },
    });
  });

  test('tell their events in one stream, each under its own name, and go on after any of them', async () => {
    const { items } = (await json<{ items: Body[] }>('/runs')).body;
    const { run_hash } = items[0]!;
    const address = `${server.url}/events?run=${run_hash}&sweep=${sweep_hash.slice(0, 10)}`;
    const { events } = await readEvents(address);
    expect(events.filter(({ type }) => type === 'run.completed').map(({ data }) => data['sweep_hash'] ?? data['run_hash'])).toEqual([
      sweep_hash,
      run_hash,
    ]);
    expect(events.every(({ data }) => 'sweep_hash' in data !== 'run_hash' in data)).toBe(true);
    for (const [i, { id }] of events.entries()) {
      const after = await readEvents(address, { headers: { 'Last-Event-ID': String(id) } });
      expect(after.events).toEqual(events.slice(i + 1));
    }
    expect((await readEvents(address, { headers: { 'Last-Event-ID': String(events.at(-1)!.id) } })).status).toBe(204);
    expect(await json('/events')).toMatchObject({ status: 422, body: { errors: [{ path: '/run', code: 'REQUIRED' }] } });
    expect(await json(`/events?sweep=${run_hash}`)).toMatchObject({ status: 404, body: { code: 'SWEEP_NOT_FOUND' } });
  });
});
