import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Call, checkedCalls, type CheckedCalls, withJson } from '../testing/checked-calls.js';
import { conformingCalls, fieldOf } from '../testing/conforming-calls.js';
import { type RunningServer, startServer } from '../testing/running-server.js';
import { SAMPLE } from '../testing/sample-config.js';
import { BEST_RUN_HASH, DATA_HASH, SWEEP_CONFIG_HASH, SWEEP_HASH } from './examples/hashes.js';
import { SAMPLE_SWEEP } from './examples/sweep-config-examples.js';
import { BEST_METRICS, NORMAL_SWEEP, SKIPPED, SWEEP_ROW } from './examples/sweep-examples.js';
import { routes } from './routes.js';

let server: RunningServer;
let checked: CheckedCalls;
const ids = { run: '', sweep: '', judged: '' };
const { call, unseen } = conformingCalls(() => checked);

beforeAll(async () => {
  server = await startServer();
  checked = checkedCalls(server.url);
  const waiting = { headers: { Prefer: 'wait=30' } };
  const submitted = (template: string, body: object) => call(withJson({ method: 'post', template, ...waiting }, body), 201);
  ids.run = fieldOf(await submitted('/runs', SAMPLE), 'run_hash');
  ids.sweep = fieldOf(await submitted('/sweeps', SAMPLE_SWEEP), 'sweep_hash');
  ids.judged = fieldOf(await submitted('/sweeps', { ...SAMPLE_SWEEP, overfitting: { blocks: 4, samples: 20 } }), 'sweep_hash');
}, 120_000);
afterAll(async () => {
  await server.stop();
});

const get = (template: string, more: Partial<Call> = {}): Call => ({ method: 'get', template, ...more });
const ofSweep = (): Partial<Call> => ({ path: { sweep_hash: ids.sweep } });
const json = (template: string, value: unknown, more: Partial<Call> = {}): Call => withJson({ method: 'post', template, ...more }, value);

describe('every operation on sweeps answers good requests as the document says', () => {
  test('sweeps', async () => {
    const again = await call(json('/sweeps', SAMPLE_SWEEP), 200);
    expect([fieldOf(again, 'sweep_hash'), fieldOf(again, 'config_hash')]).toEqual([SWEEP_HASH, SWEEP_CONFIG_HASH]);
    const checkedSweep = await call(json('/sweeps/validate', SAMPLE_SWEEP), 200);
    expect(checkedSweep.json).toMatchObject({ sweep: NORMAL_SWEEP, tried: 9, skipped: SKIPPED }); // the examples are what the service answers
    await call(json('/sweeps/validate', { ...SAMPLE_SWEEP, random: { trials: 9, fast: { min: 2, max: 9 } }, grid: undefined }), 200);
    await call(
      get('/sweeps', {
        query: [
          ['sort', 'symbol'],
          ['limit', '1'],
        ],
      }),
      200,
    );
    const sweep = await call(get('/sweeps/{sweep_hash}', { path: { sweep_hash: ids.sweep.slice(0, 8) } }), 200);
    expect(sweep.json).toMatchObject({ data_hash: DATA_HASH, best: { run_hash: BEST_RUN_HASH, metrics: BEST_METRICS } });
    await call({ ...get('/sweeps/{sweep_hash}', ofSweep()), method: 'head' }, 200);
    await call({ method: 'put', template: '/sweeps/{sweep_hash}/pin', ...ofSweep() }, 200);
    await call({ method: 'delete', template: '/sweeps/{sweep_hash}', ...ofSweep() }, 409);
    await call({ method: 'delete', template: '/sweeps/{sweep_hash}/pin', ...ofSweep() }, 200);
    await call({ method: 'post', template: '/sweeps/{sweep_hash}/cancel', ...ofSweep() }, 202);
  });
  test('a sweep in each of its states', async () => {
    const base = { ...SAMPLE_SWEEP.base, end: '2024-02-01' };
    const long = { base, grid: { fast: '1:50:1', slow: '51:150:1' } };
    const sweep_hash = fieldOf(await call(json('/sweeps', long), 201), 'sweep_hash');
    const path = { sweep_hash };
    expect(fieldOf(await call(get('/sweeps/{sweep_hash}', { path }), 200), 'status')).toBe('running');
    await call({ method: 'post', template: '/sweeps/{sweep_hash}/cancel', path }, 202);
    expect((await call(get('/sweeps/{sweep_hash}', { path }), 200)).json).toMatchObject({ status: 'cancelled', best: null });
    await call(get('/sweeps'), 200);
    await call(get('/sweeps/{sweep_hash}/events', { path }), 200);
    await call(get('/sweeps/{sweep_hash}/artifacts', { path }), 404);
    await call({ method: 'delete', template: '/sweeps/{sweep_hash}', path }, 204);
  });
  test('the events of sweeps', async () => {
    const list = { headers: { Accept: 'application/json' } };
    const { text } = await call(get('/sweeps/{sweep_hash}/events', ofSweep()), 200);
    expect(text).toContain('event: run.completed');
    await call(get('/sweeps/{sweep_hash}/events', { ...ofSweep(), ...list }), 200);
    await call(get('/sweeps/{sweep_hash}/events', { ...ofSweep(), headers: { 'Last-Event-ID': '999' } }), 204);
    const both: Partial<Call> = {
      query: [
        ['run', ids.run],
        ['sweep', ids.sweep],
      ],
    };
    expect((await call(get('/events', both), 200)).text).toContain(`"sweep_hash":"${ids.sweep}"`);
    await call(get('/events', { ...both, ...list }), 200);
  });
  test('artifacts of sweeps', async () => {
    const manifest = await call(get('/sweeps/{sweep_hash}/artifacts', { path: { sweep_hash: ids.judged } }), 200);
    await call(
      get('/sweeps/{sweep_hash}/artifacts', {
        path: { sweep_hash: ids.judged },
        headers: { 'If-None-Match': manifest.headers.get('etag')! },
      }),
      304,
    );
    const { artifacts } = manifest.json as { readonly artifacts: readonly { readonly name: string }[] };
    const file = (sweep_hash: string, name: string, more: Partial<Call> = {}): Call =>
      get('/sweeps/{sweep_hash}/artifacts/{name}', { path: { sweep_hash, name }, ...more });
    for (const name of [...artifacts.map((one) => one.name), 'manifest.json']) {
      const { headers } = await call(file(ids.judged, name), 200);
      await call(file(ids.judged, name, { headers: { 'If-None-Match': headers.get('etag')! } }), 304);
    }
    for (const format of ['csv', 'json', 'arrow']) await call(file(ids.sweep, 'sweep.parquet', { query: [['format', format]] }), 200);
    const columns = Object.keys(SWEEP_ROW).join(',');
    const rows = await call(
      file(ids.sweep, 'sweep.parquet', {
        query: [
          ['format', 'json'],
          ['columns', columns],
        ],
      }),
      200,
    );
    expect(rows.json).toContainEqual(SWEEP_ROW);
    await call(file(ids.sweep, 'sweep.parquet', { headers: { Range: 'bytes=1-9' } }), 206);
    await call(file(ids.sweep, 'sweep.parquet', { headers: { Range: 'bytes=99999999-' } }), 416);
    const verified = await call(get('/sweeps/{sweep_hash}/verify', { ...ofSweep(), query: [['replay', 'true']] }), 200);
    expect(verified.json).toMatchObject({ ok: true, replay: { status: 'same' } });
  });
});

test('every answer that is no problem was seen', () => {
  expect(unseen(routes().filter(({ path }) => path.startsWith('/sweeps')))).toEqual([]);
});
