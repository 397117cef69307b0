import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { testCandles } from '@projecta/candles';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { problemIn, problemOf } from '../testing/problem-of.js';
import { type RunningServer, startServer } from '../testing/running-server.js';
import { SAMPLE } from '../testing/sample-config.js';

interface Preview {
  readonly data_hash: string;
  readonly bars: number;
  readonly columns: Readonly<Record<string, readonly (number | null)[]>>;
  readonly next_cursor: string | null;
}

const PLUGINS = `import { defineIndicator } from '@projecta/engine';
const facts = { version: '1', title: 'Own', description: 'Own.', params: {}, inputs: ['close'], warmup: () => 0 };
export const half = defineIndicator({ ...facts, name: 'half', outputs: ['half'], compute({ close }, _, { half }) { close.forEach((x, t) => (half[t] = x / 2)); } });
export const vandal = defineIndicator({ ...facts, name: 'vandal', outputs: ['vandal'], compute({ close }) { close.fill(1); } });
export const broken = defineIndicator({ ...facts, name: 'broken', outputs: ['broken'], compute() { throw new Error('oh no'); } });
`;
const ASKED = { symbol: 'TEST', timeframe: '1h', start: '2024-01-01', end: '2024-01-11' };
const candles = testCandles('1h', Date.UTC(2024, 0, 1), Date.UTC(2024, 0, 11));
const folder = mkdtempSync(join(tmpdir(), 'projecta-plugin-'));
let server: RunningServer;

beforeAll(async () => {
  const file = join(folder, 'own.mjs');
  writeFileSync(file, PLUGINS);
  server = await startServer({ env: { PROJECTA_WORKERS: '1', PROJECTA_PLUGINS: file } });
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

const post = (body: object): Promise<Response> => server.post('/features/preview', { ...ASKED, ...body });
const preview = async (body: object): Promise<Preview> => {
  const answer = await post(body);
  expect(answer.status).toBe(200);
  return (await answer.json()) as Preview;
};

describe('POST /features/preview', () => {
  test('has the columns of a run over the same span by the same names, null before the warm-up', async () => {
    const indicators = [{ name: 'sma', params: { length: 20 } }, { name: 'macd' }];
    const { columns, data_hash, bars } = await preview({ indicators });
    const config = { ...SAMPLE, ...ASKED, indicators, features: true, validation: {} };
    const { run_hash } = (await (await server.post('/runs', config, { Prefer: 'wait=20' })).json()) as { run_hash: string };
    const table = await server.fetch(`/runs/${run_hash}/artifacts/features.parquet?format=json`);
    const rows = (await table.json()) as readonly Readonly<Record<string, number | null>>[];
    expect(columns).toEqual(Object.fromEntries(Object.keys(rows[0]!).map((name) => [name, rows.map((row) => row[name])])));
    expect(columns['sma_20']!.slice(18, 20)).toEqual([null, expect.any(Number)]);
    const run = (await (await server.fetch(`/runs/${run_hash}`)).json()) as Preview;
    expect([data_hash, bars]).toEqual([run.data_hash, run.bars]);
  });

  test('pages join to the whole', async () => {
    const indicators = [{ name: 'ema', params: { window: 3 } }];
    const whole = await preview({ indicators });
    const joined: (number | null)[] = [];
    for (let cursor: string | null | undefined; cursor !== null;) {
      const page: Preview = await preview({ indicators, limit: 100, ...(cursor !== undefined && { cursor }) });
      joined.push(...page.columns['ema_3']!);
      cursor = page.next_cursor;
    }
    expect(joined).toEqual(whole.columns['ema_3']);
  });

  test('downsampled rows have the times of downsampled candles and the values at their closes', async () => {
    const { columns } = await preview({ indicators: [{ name: 'half' }], downsample: 7 });
    const shown = (await (await server.fetch(`/candles?${new URLSearchParams({ ...ASKED, downsample: '7' })}`)).json()) as Preview;
    expect(columns['ts']).toEqual(shown.columns['ts']);
    expect(columns['half']).toEqual(shown.columns['close']!.map((close) => close! / 2));
  });

  test("a user's indicator works, is named where it throws, and cannot spoil candles for others", async () => {
    const expected = Array.from(candles.close, (close) => close / 2);
    expect((await preview({ indicators: [{ name: 'half' }] })).columns['half']).toEqual(expected);
    await preview({ indicators: [{ name: 'vandal' }] });
    expect((await preview({ indicators: [{ name: 'half' }] })).columns['half']).toEqual(expected);
    const { status, code, detail } = await problemOf(await post({ indicators: [{ name: 'broken' }] }));
    expect([status, code, detail]).toEqual([422, 'STRATEGY_ERROR', 'The indicator broken threw: oh no']);
  });

  test('has the problems of a RunConfig, all at once, under /indicators', async () => {
    const indicators = [{ name: 'smaa' }, { name: 'sma', params: { window: 0, widow: 1 } }, { nam: 'sma' }];
    const answer = await server.post('/features/preview', { symbol: '../x', timeframe: '1h', end: 'soon', indicators, limt: 1 });
    const [status, code, ...problems] = await problemIn(answer);
    expect([status, code]).toEqual([422, 'VALIDATION_FAILED']);
    expect(new Set(problems.map(([path, which]) => `${path} ${which}`))).toEqual(
      new Set([
        ...['/symbol NOT_ALLOWED', '/start REQUIRED', '/end WRONG_TYPE', '/limt UNKNOWN_KEY'],
        ...['/indicators/0/name UNKNOWN_INDICATOR', '/indicators/1/params/widow UNKNOWN_KEY', '/indicators/1/params/window OUT_OF_RANGE'],
        ...['/indicators/2/name REQUIRED', '/indicators/2/nam UNKNOWN_KEY'],
      ]),
    );
  });

  test.each<[string, object, ...unknown[]]>([
    ['a span that ends before it begins', { indicators: [], end: '2023-01-01' }, 422, 'VALIDATION_FAILED', ['/end', 'DATE_ORDER']],
    ['no indicators at all', {}, 422, 'VALIDATION_FAILED', ['/indicators', 'REQUIRED']],
    ['indicators that are no list', { indicators: 'sma' }, 422, 'VALIDATION_FAILED', ['/indicators', 'WRONG_TYPE']],
    ['too many of them', { indicators: Array(21).fill({ name: 'sma' }) }, 422, 'VALIDATION_FAILED', ['/indicators', 'LIMIT_EXCEEDED']],
    ['a limit that is a string', { indicators: [], limit: '5' }, 422, 'VALIDATION_FAILED', ['/limit', 'WRONG_TYPE']],
    ['a cursor of no list', { indicators: [], cursor: 'x' }, 422, 'VALIDATION_FAILED', ['/cursor', 'NOT_ALLOWED']],
    ['a symbol that is nowhere', { indicators: [], symbol: 'NOWHERE' }, 422, 'DATA_NOT_FOUND', ['/symbol', 'DATA_NOT_FOUND']],
    [
      'a column that there is not',
      { indicators: [{ name: 'sma', params: { source: 'vwap' } }] },
      422,
      'DATA_INVALID',
      ['/indicators/0', 'DATA_INVALID'],
    ],
    [
      'more bars than a run has',
      { indicators: [], timeframe: '1m', start: '1900-01-01' },
      422,
      'LIMIT_EXCEEDED',
      ['/end', 'LIMIT_EXCEEDED'],
    ],
  ])('refuses %s', async (_, body, ...problem) => {
    expect(await problemIn(await post(body))).toEqual(problem);
  });

  test('a list as body, no body and another media type are refused', async () => {
    expect(await problemIn(await server.post('/features/preview', []))).toEqual([422, 'VALIDATION_FAILED', ['', 'WRONG_TYPE']]);
    expect((await server.fetch('/features/preview', { method: 'POST' })).status).toBe(400);
    expect((await server.post('/features/preview', {}, { 'Content-Type': 'text/plain' })).status).toBe(415);
  });
});
