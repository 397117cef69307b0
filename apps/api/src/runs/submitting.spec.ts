import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { apiOf, type Body } from '../testing/api-of.js';
import { type RunningServer, startServer } from '../testing/running-server.js';
import { SAMPLE } from '../testing/sample-config.js';
import { flatCsv, momentumOf, smallRun } from '../testing/sample-runs.js';

let server: RunningServer;
beforeAll(async () => {
  server = await startServer({ env: { PROJECTA_WORKERS: '2' } });
});
afterAll(() => server.stop());

const { json, post, show, waited } = apiOf(() => server);

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
    const list = await json<{ items: Body[] }>('/runs');
    expect(list.body.items.map((item) => item.run_hash)).toEqual([run_hash]);
    await waited(SAMPLE);
    const events = await json<{ items: Body[] }>(`/runs/${run_hash}/events`, { headers: { Accept: 'application/json' } });
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
    expect(server.log()).not.toContain('Warning');
  });

  test('is of the candles that are there now, though its body came before', async () => {
    const config = momentumOf('ACME');
    const put = (text: string) =>
      server.fetch('/datasets/ACME?timeframe=1d', { method: 'PUT', headers: { 'Content-Type': 'text/csv' }, body: text });
    expect((await put(flatCsv(100))).status).toBe(201);
    const first = await post(config);
    expect((await post(config)).body).toMatchObject({ created: false, run_hash: first.body.run_hash });
    expect((await put(flatCsv(200))).status).toBe(201);
    const second = await post(config);
    expect(second).toMatchObject({ status: 201, body: { config_hash: first.body['config_hash'] } });
    expect(second.body.run_hash).not.toBe(first.body.run_hash);
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
    expect(await post(smallRun(0), {}, '/runs?wait=1')).toMatchObject({
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
    const check = await post(config, {}, '/runs/validate');
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
    expect((await post(config, {}, '/runs/validate')).body).toMatchObject({
      exists: true,
      status: 'completed',
      links: body['links'],
    });
  });

  test('tells every error as POST /runs does', async () => {
    const bad = { ...smallRun(0), symbol: '', end: '2020-01-01' };
    const [check, run] = [await post(bad, {}, '/runs/validate'), await post(bad)];
    expect(check.status).toBe(422);
    expect(check.body['errors']).toEqual(run.body['errors']);
    expect((await post({ ...smallRun(0), symbol: 'NOPE' }, {}, '/runs/validate')).body).toMatchObject({
      code: 'DATA_NOT_FOUND',
      status: 422,
    });
  });
});
