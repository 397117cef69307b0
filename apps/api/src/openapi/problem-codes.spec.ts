import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ERROR_CODES } from '@projecta/errors';
import { openStore } from '@projecta/persistence';
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { csvOf, someCandles } from '../testing/candle-files.js';
import { type Call, type CheckedAnswer, checkedCalls, type CheckedCalls, withJson } from '../testing/checked-calls.js';
import { storedRun } from '../testing/event-server.js';
import { misbehaving, misbehavingPlugins } from '../testing/plugins.js';
import { type RunningServer, startServer } from '../testing/running-server.js';
import { SAMPLE } from '../testing/sample-config.js';
import { smallRun } from '../testing/sample-runs.js';

const TOKEN = 'a-token-of-this-test';
const NOWHERE = '0'.repeat(64);
const WAIT = { headers: { Prefer: 'wait=30' } };

/** Codes that no request brings about, and why. */
const UNREACHABLE = {
  NOT_IMPLEMENTED: 'all that is declared is built',
  INTERNAL: 'it would be a mistake of the program',
};

let folder: string;
let server: RunningServer;
let checked: CheckedCalls;
const seen = new Set<string>();

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'projecta-codes-'));
  mkdirSync(join(folder, 'data'));
  server = await startServer({
    home: join(folder, 'home'),
    env: {
      ...{ PROJECTA_API_TOKEN: TOKEN, PROJECTA_PLUGINS: `${misbehavingPlugins(folder)},${peekingPlugin(folder)}` },
      ...{ PROJECTA_DATA_DIR: join(folder, 'data'), PROJECTA_WORKERS: '1', PROJECTA_MAX_QUEUE: '1' },
      ...{ PROJECTA_RETENTION: '1', PROJECTA_MAX_SUBSCRIBERS: '1', PROJECTA_MAX_TRIALS: '1000000' },
    },
  });
  checked = checkedCalls(server.url);
}, 60_000);
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** A strategy that looks one bar ahead. */
function peekingPlugin(into: string): string {
  const path = join(into, 'peeking.mjs');
  writeFileSync(
    path,
    `import { defineStrategy } from '@projecta/engine';
     export const peeking = defineStrategy({
       name: 'peeking', version: '1.0.0', title: 'Peeking', description: 'Looks ahead.', params: {}, inputs: ['close'], warmup: () => 0,
       target({ close }, _params, out) { for (let t = 0; t < out.length; t++) out[t] = close[t + 1] > close[t] ? 1 : -1; },
     });`,
  );
  return path;
}

async function call(one: Call): Promise<CheckedAnswer> {
  const answer = await checked({ ...one, headers: { Authorization: `Bearer ${TOKEN}`, ...one.headers } });
  expect([one.method, one.template, answer.problems]).toEqual([one.method, one.template, []]);
  return answer;
}

/** The codes of a problem and of its errors, which count as seen. */
async function codesOf(one: Call): Promise<string[]> {
  const { json, status } = await call(one);
  expect(status).toBeGreaterThanOrEqual(400);
  const { code, errors = [] } = json as { readonly code: string; readonly errors?: readonly { readonly code: string }[] };
  const codes = [...new Set([code, ...errors.map((error) => error.code)])];
  for (const each of codes) seen.add(each);
  return codes;
}

const get = (template: string, more: Partial<Call> = {}): Call => ({ method: 'get', template, ...more });
const post = (value: unknown, more: Partial<Call> = {}): Call => withJson({ method: 'post', template: '/runs', ...more }, value);
const text = (body: string, headers: Record<string, string> = {}): Call => ({
  ...{ method: 'post', template: '/runs', headers: { 'Content-Type': 'application/json', ...headers }, body },
});
const put = (symbol: string, body: string): Call => ({
  ...{ method: 'put', template: '/datasets/{symbol}', path: { symbol }, headers: { 'Content-Type': 'text/csv' }, body },
});
const run = (run_hash: string, more: Partial<Call> = {}): Call => get('/runs/{run_hash}', { path: { run_hash }, ...more });

async function submitted(config: object, more: Partial<Call> = WAIT): Promise<string> {
  const { json } = await call(post(config, more));
  expect(json).toHaveProperty('run_hash');
  return (json as { readonly run_hash: string }).run_hash;
}

describe('a body or a config says', () => {
  test.each<[string, Call]>([
    ['MALFORMED_JSON', text('{')],
    ['DUPLICATE_KEY', text('{"seed":1,"seed":2}')],
    ['NUMBER_NOT_EXACT', text('{"seed":90071992547409931}')],
    ['LIMIT_EXCEEDED', text('['.repeat(100))],
    ['PAYLOAD_TOO_LARGE', text(' '.repeat(1_100_000))],
    ['UNSUPPORTED_MEDIA_TYPE', text('a', { 'Content-Type': 'text/plain' })],
    ['UNKNOWN_KEY', post({ ...SAMPLE, strategi: {} })],
    ['REQUIRED', post({ ...SAMPLE, symbol: undefined })],
    ['WRONG_TYPE', post({ ...SAMPLE, seed: '42' })],
    ['OUT_OF_RANGE', post({ ...SAMPLE, seed: -1 })],
    ['NOT_ALLOWED', post({ ...SAMPLE, timeframe: '7m' })],
    ['ALIAS_CONFLICT', post({ ...SAMPLE, strategy: { name: 'dual_sma', params: { fast: 5, short_window: 5 } } })],
    ['UNKNOWN_INDICATOR', post({ ...SAMPLE, indicators: [{ name: 'smma' }] })],
    ['UNKNOWN_STRATEGY', post({ ...SAMPLE, strategy: { name: 'dual' } })],
    ['UNKNOWN_RISK_MODEL', post({ ...SAMPLE, risk: { model: 'kelly' } })],
    ['UNKNOWN_SLIPPAGE_MODEL', post({ ...SAMPLE, execution: { slippage_model: { model: 'spread' } } })],
    ['UNKNOWN_METHOD', post({ ...SAMPLE, validation: { permutations: {} } })],
    ['DATE_ORDER', post({ ...SAMPLE, start: '2025-01-01' })],
    ['BAD_EXPRESSION', post({ ...SAMPLE, strategy: { name: 'rules', params: { long: 'close >' } } })],
    ['TOO_FEW_BARS', post({ ...SAMPLE, end: '2024-01-01T00:05:00Z' })],
    ['DATA_NOT_FOUND', post({ ...SAMPLE, symbol: 'NOPE' })],
    [
      'DATA_NOT_FOUND',
      get('/candles', {
        query: [
          ['symbol', 'NOPE'],
          ['timeframe', '1h'],
        ],
      }),
    ],
    ['VALIDATION_FAILED', get('/runs', { query: [['limit', '0']] })],
  ])('%s', async (code, request) => {
    expect(await codesOf(request)).toContain(code);
  });
  test('TIMEFRAME_TOO_FINE and DATA_INVALID', async () => {
    await call(put('COARSE', csvOf(someCandles('1d', 40))));
    expect(await codesOf(post({ ...SAMPLE, symbol: 'COARSE' }))).toEqual(['TIMEFRAME_TOO_FINE']);
    expect(await codesOf(put('BROKEN', 'date,open,high,low,close\n2024-01-01,1,2,3,4\n'))).toEqual(['DATA_INVALID']);
  });
});

describe('an address or its edge says', () => {
  test.each<[string, Call]>([
    ['RUN_NOT_FOUND', run(NOWHERE)],
    ['SWEEP_NOT_FOUND', get('/sweeps/{sweep_hash}', { path: { sweep_hash: NOWHERE } })],
    ['PRESET_NOT_FOUND', get('/presets/{preset_id}', { path: { preset_id: NOWHERE } })],
    ['NOT_FOUND', get('/catalog/{name}', { path: { name: 'nope' } })],
    ['NOT_ACCEPTABLE', get('/runs', { headers: { Accept: 'image/png' } })],
    ['UNAUTHORIZED', get('/runs', { headers: { Authorization: 'Bearer wrong' } })],
    ['HOST_NOT_ALLOWED', post(SAMPLE, { headers: { Origin: 'https://elsewhere.example.com' } })],
  ])('%s', async (code, request) => {
    expect(await codesOf(request)).toEqual([code]);
  });
  test('METHOD_NOT_ALLOWED, for what no operation is', async () => {
    const answer = await server.fetch('/runs', { method: 'PATCH', headers: { Authorization: `Bearer ${TOKEN}` } });
    const { code } = (await answer.json()) as { readonly code: string };
    expect([answer.status, code, answer.headers.get('allow')]).toEqual([405, 'METHOD_NOT_ALLOWED', 'GET, HEAD, OPTIONS, POST']);
    seen.add(code);
  });
});

describe('a run says', () => {
  test('LOOK_AHEAD and STRATEGY_ERROR, where it failed', async () => {
    const peeking = { ...smallRun(), strategy: { name: 'peeking' } };
    for (const [config, code] of [[peeking, 'LOOK_AHEAD'] as const, [misbehaving('broken'), 'STRATEGY_ERROR'] as const]) {
      const { json } = await call(run(await submitted(config)));
      expect(json).toMatchObject({ status: 'failed', error: { code } });
      seen.add(code);
    }
  });
  test('RUN_PINNED, ARTIFACT_NOT_FOUND, ARTIFACT_DAMAGED and RUN_PRUNED', async () => {
    const run_hash = await submitted(smallRun(1));
    const path = { run_hash };
    await call({ method: 'put', template: '/runs/{run_hash}/pin', path });
    expect(await codesOf({ method: 'delete', template: '/runs/{run_hash}', path })).toEqual(['RUN_PINNED']);
    await call({ method: 'delete', template: '/runs/{run_hash}/pin', path });
    const file = (name: string): Call => get('/runs/{run_hash}/artifacts/{name}', { path: { run_hash, name } });
    expect(await codesOf(file('nope.json'))).toEqual(['ARTIFACT_NOT_FOUND']);
    writeFileSync(join(server.home, 'runs', run_hash, 'metrics.json'), '{}');
    expect(await codesOf(file('metrics.json'))).toEqual(['ARTIFACT_DAMAGED']);
    await submitted(smallRun(2));
    expect(await codesOf(run(run_hash))).toEqual(['RUN_PRUNED']);
  });
  test('AMBIGUOUS_PREFIX, of two that another process has submitted', async () => {
    const store = await openStore({ file: join(server.home, 'projecta.db') });
    const [a, b] = ['a', 'b'].map((digit) => ({ ...storedRun(1), run_hash: `12345678${digit.repeat(56)}` }));
    await store.runs.submit(a!);
    await store.runs.submit(b!);
    expect(await codesOf(run('12345678'))).toEqual(['AMBIGUOUS_PREFIX']);
    for (const { run_hash } of [a!, b!]) await store.runs.remove((await store.runs.cancel(run_hash)).run.run_hash);
    await store.close();
  });
});

describe('a server at its limits says', () => {
  test('QUEUE_FULL and RATE_LIMITED', async () => {
    const busy = await submitted(misbehaving('endless'), {});
    const address = `/runs/${busy}/events`;
    const open = await server.fetch(address, { headers: { Authorization: `Bearer ${TOKEN}` } });
    expect(await codesOf(get('/runs/{run_hash}/events', { path: { run_hash: busy } }))).toEqual(['RATE_LIMITED']);
    await submitted(smallRun(3), {});
    expect(await codesOf(post(smallRun(4)))).toEqual(['QUEUE_FULL']);
    await call({ method: 'post', template: '/runs/{run_hash}/cancel', path: { run_hash: busy } });
    await open.text();
    await submitted(smallRun(3)); // the place in the queue is free again
  });
  test('STORAGE_UNAVAILABLE, where the data folder is gone', async () => {
    renameSync(join(folder, 'data'), join(folder, 'moved'));
    expect(await codesOf(get('/datasets'))).toEqual(['STORAGE_UNAVAILABLE']);
    renameSync(join(folder, 'moved'), join(folder, 'data'));
  });
  test('SHUTTING_DOWN, to whom it was computing something for', async () => {
    const long = await submitted({ ...smallRun(5), validation: { permutation: { trials: 15_000 } } });
    const verify = get('/runs/{run_hash}/verify', { path: { run_hash: long }, query: [['replay', 'true']] });
    const answered = codesOf(verify);
    await new Promise((resolve) => setTimeout(resolve, 150));
    process.kill(server.pid, 'SIGTERM');
    expect(await answered).toEqual(['SHUTTING_DOWN']);
  });
});

test('every code but those that no request brings about was seen', () => {
  expect(ERROR_CODES.filter((code) => !seen.has(code)).sort()).toEqual(Object.keys(UNREACHABLE).sort());
});
