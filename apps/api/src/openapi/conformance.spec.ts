import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Call, checkedCalls, type CheckedCalls, withJson } from '../testing/checked-calls.js';
import { conformingCalls, fieldOf } from '../testing/conforming-calls.js';
import { csvOf, someCandles } from '../testing/candle-files.js';
import { type RunningServer, startServer } from '../testing/running-server.js';
import { SAMPLE } from '../testing/sample-config.js';
import { smallRun } from '../testing/sample-runs.js';
import { CONFIG_HASH, DATA_HASH, RUN_HASH } from './examples/hashes.js';
import { METRICS_EXAMPLE } from './examples/run-examples.js';
import { SAMPLE_SWEEP } from './examples/sweep-config-examples.js';
import { routes } from './routes.js';

const NOWHERE = '0'.repeat(64);
const OTHER_TYPES = { Accept: 'image/png' };
let server: RunningServer;
let checked: CheckedCalls;
const ids = { run: '', other: '', preset: '', sweep: '' };

beforeAll(async () => {
  server = await startServer();
  checked = checkedCalls(server.url);
  const waiting = { headers: { Prefer: 'wait=30' } };
  ids.run = fieldOf(await call(withJson({ method: 'post', template: '/runs', ...waiting }, SAMPLE), 201), 'run_hash');
  ids.other = fieldOf(
    await call(withJson({ method: 'post', template: '/runs', ...waiting }, { ...SAMPLE, features: true }), 201),
    'run_hash',
  );
  ids.sweep = fieldOf(await call(withJson({ method: 'post', template: '/sweeps', ...waiting }, SAMPLE_SWEEP), 201), 'sweep_hash');
  const preset = { name: 'sample', config: SAMPLE };
  ids.preset = fieldOf(await call(withJson({ method: 'post', template: '/presets' }, preset), 201), 'preset_id');
  const upload = { headers: { 'Content-Type': 'text/csv' }, body: csvOf(someCandles()) };
  await call({ method: 'put', template: '/datasets/{symbol}', path: { symbol: 'A/B' }, ...upload }, 201);
}, 120_000);
afterAll(async () => {
  await server.stop();
});

const { call, unseen } = conformingCalls(() => checked);

const get = (template: string, more: Partial<Call> = {}): Call => ({ method: 'get', template, ...more });
const ofRun = (): Partial<Call> => ({ path: { run_hash: ids.run } });
const ofPreset = (): Partial<Call> => ({ path: { preset_id: ids.preset } });
const json = (template: string, value: unknown, more: Partial<Call> = {}): Call => withJson({ method: 'post', template, ...more }, value);

describe('every operation answers good requests as the document says', () => {
  test('runs', async () => {
    const again = await call(json('/runs', SAMPLE), 200);
    expect([fieldOf(again, 'run_hash'), fieldOf(again, 'config_hash')]).toEqual([RUN_HASH, CONFIG_HASH]);
    await call(json('/runs/validate', { ...SAMPLE, seed: 1 }), 200);
    await call(json('/runs/validate', SAMPLE), 200);
    await call(
      get('/runs', {
        query: [
          ['sort', '-sharpe'],
          ['limit', '1'],
        ],
      }),
      200,
    );
    const run = await call(get('/runs/{run_hash}', { path: { run_hash: ids.run.slice(0, 8) } }), 200);
    expect(run.json).toMatchObject({ data_hash: DATA_HASH, metrics: METRICS_EXAMPLE }); // the examples are what the service answers
    await call({ ...get('/runs/{run_hash}', ofRun()), method: 'head' }, 200);
    await call(
      get('/runs/compare', {
        query: [
          ['hash', ids.run],
          ['hash', ids.other],
        ],
      }),
      200,
    );
    await call({ method: 'put', template: '/runs/{run_hash}/pin', ...ofRun() }, 200);
    await call({ method: 'delete', template: '/runs/{run_hash}', ...ofRun() }, 409);
    await call({ method: 'delete', template: '/runs/{run_hash}/pin', ...ofRun() }, 200);
    await call({ method: 'post', template: '/runs/{run_hash}/cancel', ...ofRun() }, 202);
  });
  test('a run in each of its states', async () => {
    const long = { ...smallRun(9), validation: { permutation: { trials: 90_000 } } };
    const run_hash = fieldOf(await call(json('/runs', long), 201), 'run_hash');
    const shown = await call(get('/runs/{run_hash}', { path: { run_hash } }), 200);
    expect(fieldOf(shown, 'status')).toBe('running');
    await call({ method: 'post', template: '/runs/{run_hash}/cancel', path: { run_hash } }, 202);
    expect((await call(get('/runs/{run_hash}', { path: { run_hash } }), 200)).json).toMatchObject({ status: 'cancelled' });
    await call(get('/runs'), 200);
    await call(get('/runs/{run_hash}/events', { path: { run_hash } }), 200);
    await call(get('/runs/{run_hash}/artifacts', { path: { run_hash } }), 404);
    await call({ method: 'delete', template: '/runs/{run_hash}', path: { run_hash } }, 204);
  });
  test('events', async () => {
    const list = { headers: { Accept: 'application/json' } };
    const { text } = await call(get('/runs/{run_hash}/events', ofRun()), 200);
    expect(text).toContain('event: run.completed');
    await call(get('/runs/{run_hash}/events', { ...ofRun(), ...list, query: [['limit', '3']] }), 200);
    await call(get('/runs/{run_hash}/events', { ...ofRun(), headers: { 'Last-Event-ID': '999' } }), 204);
    const both: Partial<Call> = {
      query: [
        ['run', ids.run],
        ['run', ids.other],
      ],
    };
    await call(get('/events', both), 200);
    await call(get('/events', { ...both, ...list }), 200);
    await call(get('/events', { ...both, headers: { 'Last-Event-ID': '999' } }), 204);
  });
  test('artifacts: the manifest and every file it lists, as it is', async () => {
    const manifest = await call(get('/runs/{run_hash}/artifacts', { path: { run_hash: ids.other } }), 200);
    const { artifacts } = manifest.json as { readonly artifacts: readonly { readonly name: string }[] };
    for (const name of [...artifacts.map((one) => one.name), 'manifest.json']) {
      const answer = await call(get('/runs/{run_hash}/artifacts/{name}', { path: { run_hash: ids.other, name } }), 200);
      const kept = { 'If-None-Match': answer.headers.get('etag')! };
      await call(get('/runs/{run_hash}/artifacts/{name}', { path: { run_hash: ids.other, name }, headers: kept }), 304);
    }
    const kept = { 'If-None-Match': manifest.headers.get('etag')! };
    await call(get('/runs/{run_hash}/artifacts', { path: { run_hash: ids.other }, headers: kept }), 304);
  });
  test('artifacts: tables in every format, parts of files', async () => {
    for (const name of ['equity', 'fills', 'trades', 'features', 'validation_detail'])
      for (const format of ['csv', 'json', 'arrow']) {
        const path = { run_hash: ids.other, name: `${name}.parquet` };
        await call(get('/runs/{run_hash}/artifacts/{name}', { path, query: [['format', format]] }), 200);
      }
    const equity: Partial<Call> = { path: { run_hash: ids.run, name: 'equity.parquet' } };
    await call(
      get('/runs/{run_hash}/artifacts/{name}', {
        ...equity,
        query: [
          ['columns', 'ts'],
          ['downsample', '9'],
        ],
      }),
      200,
    );
    for (const name of ['equity.parquet', 'metrics.json', 'equity.svg', 'report.html'])
      await call(get('/runs/{run_hash}/artifacts/{name}', { path: { run_hash: ids.run, name }, headers: { Range: 'bytes=1-9' } }), 206);
    await call(get('/runs/{run_hash}/artifacts/{name}', { ...equity, headers: { Range: 'bytes=99999999-' } }), 416);
  });
  test('verification', async () => {
    expect((await call(get('/runs/{run_hash}/verify', { ...ofRun(), query: [['replay', 'true']] }), 200)).json).toMatchObject({ ok: true });
    await call(get('/runs/{run_hash}/verify', ofRun()), 200);
    await call(get('/chain', { query: [['limit', '1']] }), 200);
    await call(get('/chain/verify'), 200);
  });
  test('presets', async () => {
    const again = await call(json('/presets', { name: 'sample', config: SAMPLE }), 200);
    expect(fieldOf(again, 'preset_id')).toBe(ids.preset);
    await call(get('/presets'), 200);
    await call(get('/presets/{preset_id}', ofPreset()), 200);
    await call({ method: 'post', template: '/presets/{preset_id}/runs', ...ofPreset() }, 200);
    await call(json('/presets/{preset_id}/runs', { overrides: { seed: 5 } }, { ...ofPreset(), headers: { Prefer: 'wait=30' } }), 201);
    await call({ method: 'delete', template: '/presets/{preset_id}', ...ofPreset() }, 204);
  });
  test('the catalogue', async () => {
    const { headers } = await call(get('/catalog'), 200);
    await call(get('/catalog', { headers: { 'If-None-Match': headers.get('etag')! } }), 304);
    await call(get('/catalog', { query: [['kind', 'indicator']] }), 200);
    const { headers: own } = await call(get('/catalog/{name}', { path: { name: 'dual_sma' } }), 200);
    await call(get('/catalog/{name}', { path: { name: 'dual_sma' }, headers: { 'If-None-Match': own.get('etag')! } }), 304);
  });
  test('data', async () => {
    const named: Partial<Call> = { path: { symbol: 'A/B' } };
    await call(get('/datasets'), 200);
    await call(get('/datasets/{symbol}', named), 200);
    await call(get('/datasets/{symbol}', { path: { symbol: 'TEST' } }), 200);
    const put: Call = { method: 'put', template: '/datasets/{symbol}', ...named, headers: { 'Content-Type': 'text/csv' } };
    await call({ ...put, body: csvOf(someCandles()) }, 200);
    await call({ ...put, body: csvOf(someCandles('1d', 30)), query: [['dry_run', 'true']] }, 200);
    await call({ ...put, body: 'no candles', query: [['dry_run', 'true']] }, 200);
    const span = [
      ['symbol', 'A/B'],
      ['timeframe', '4h'],
    ] as const;
    for (const format of ['json', 'csv', 'arrow']) await call(get('/candles', { query: [...span, ['format', format]] }), 200);
    const { headers } = await call(get('/candles', { query: [...span, ['downsample', '7']] }), 200);
    await call(get('/candles', { query: span, headers: { 'If-None-Match': headers.get('etag')! } }), 304);
    const preview = { symbol: 'A/B', timeframe: '4h', start: 0, end: '2025-01-01', indicators: [{ name: 'macd' }], limit: 7 };
    await call(json('/features/preview', preview), 200);
    await call({ method: 'delete', template: '/datasets/{symbol}', ...named }, 204);
  });
  test('the server itself', async () => {
    for (const template of ['/health', '/health/ready', '/metrics', '/problems']) await call(get(template), 200);
    await call(get('/problems/{code}', { path: { code: 'INTERNAL' } }), 200);
    await call(get('/problems/{code}', { path: { code: 'INTERNAL' }, headers: { Accept: 'text/html' } }), 200);
    await call({ method: 'post', template: '/session' }, 204);
    await call({ method: 'delete', template: '/session' }, 204);
  });
});

describe('every operation answers bad requests as the document says', () => {
  const operations = routes().map(({ method, path, body, isOpen }) => ({ method, template: path, body, isOpen }));
  const filled = ({ template }: { readonly template: string }): Pick<Call, 'path'> => {
    const values = { run_hash: NOWHERE, sweep_hash: NOWHERE, preset_id: NOWHERE, symbol: 'NOPE', name: 'nope', code: 'NOPE' };
    return template.includes('{') ? { path: values } : {};
  };

  test('a type of answer that it has not', async () => {
    for (const { method, template } of operations) {
      const answer = await checked({ method, template, ...filled({ template }), headers: OTHER_TYPES });
      expect([method, template, answer.problems]).toEqual([method, template, []]);
    }
  });
  test('a parameter that it does not know', async () => {
    for (const { method, template, isOpen } of operations.filter(({ body }) => !body)) {
      const path = {
        run_hash: ids.run,
        sweep_hash: ids.sweep,
        preset_id: ids.preset,
        symbol: 'TEST',
        name: 'summary.json',
        code: 'INTERNAL',
      };
      const answer = await checked({ method, template, path, query: [['nope', '1']] });
      expect([method, template, answer.problems]).toEqual([method, template, []]);
      if (!isOpen && template !== '/metrics') expect([template, answer.status]).toEqual([template, 422]);
    }
  });
  test('a name that is nowhere', async () => {
    const required: Readonly<Record<string, Call['query']>> = {
      '/runs/compare': [
        ['hash', NOWHERE],
        ['hash', `1${NOWHERE.slice(1)}`],
      ],
    };
    for (const { method, template } of operations.filter((one) => one.template.includes('{') && !one.body)) {
      const answer = await checked({ method, template, ...filled({ template }), query: required[template] ?? [] });
      expect([method, template, answer.status, answer.problems]).toEqual([method, template, 404, []]);
    }
  });
  test('a body of another type, no JSON, too long, and none', async () => {
    for (const { method, template } of operations.filter(({ body, template: at }) => body && at !== '/session')) {
      const headers = { 'Content-Type': 'application/json' };
      const bodies = [
        { headers: { 'Content-Type': 'application/xml' }, body: '<a/>' },
        ...['{"a":', '[1]', `"${'x'.repeat(2_000_000)}"`].map((body) => ({ headers, body })),
        { headers: { ...headers, 'Content-Encoding': 'gzip' }, body: '{}' },
      ];
      for (const one of [...bodies, { body: '' }]) {
        const answer = await checked({ method, template, ...filled({ template }), ...one });
        expect([template, one.body?.slice(0, 9), answer.problems]).toEqual([template, one.body?.slice(0, 9), []]);
        if (one.body && template !== '/presets/{preset_id}/runs') expect(answer.status).toBeGreaterThanOrEqual(400);
      }
    }
  });
});

test('every answer that is no problem was seen, those of sweeps apart; readiness is only lost with the disk', () => {
  const others = routes().filter(({ path }) => !path.startsWith('/sweeps'));
  expect(unseen(others)).toEqual(['get /health/ready 503']);
});
