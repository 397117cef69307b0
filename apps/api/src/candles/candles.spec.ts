import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Candles, dataHash, parseCandlesCsv, resampleCandles, testCandles } from '@projecta/candles';
import { csvOf, someCandles } from '../testing/candle-files.js';
import { problemIn } from '../testing/problem-of.js';
import { type RunningServer, startServer } from '../testing/running-server.js';
import { SAMPLE } from '../testing/sample-config.js';

interface Slice {
  readonly symbol: string;
  readonly timeframe: string;
  readonly data_hash: string;
  readonly source: string;
  readonly bars: number;
  readonly columns: Readonly<Record<string, readonly number[]>>;
  readonly next_cursor: string | null;
}

const minutes = someCandles('1m', 3);
let server: RunningServer;

beforeAll(async () => {
  server = await startServer({ env: { PROJECTA_WORKERS: '1', PROJECTA_MAX_BARS: '20000' } });
  await server.fetch('/datasets/MIN', { method: 'PUT', body: csvOf(minutes), headers: { 'Content-Type': 'text/csv' } });
});
afterAll(async () => {
  await server.stop();
});

const get = (query: string, headers: Record<string, string> = {}): Promise<Response> => server.fetch(`/candles?${query}`, { headers });
const slice = async (query: string): Promise<Slice> => {
  const answer = await get(query);
  expect(answer.status).toBe(200);
  return (await answer.json()) as Slice;
};
const plain = (candles: Candles): object =>
  Object.fromEntries(
    Object.entries(candles as unknown as Record<string, Float64Array>).map(([name, values]) => [name, Array.from(values)]),
  );

describe('GET /candles', () => {
  test('without a span has the first 1,000 bars of all, as columns', async () => {
    const { columns, ...facts } = await slice('symbol=MIN&timeframe=1m');
    expect(facts).toEqual({
      ...{ symbol: 'MIN', timeframe: '1m', data_hash: dataHash(minutes), source: 'stored', bars: 4320 },
      next_cursor: String(minutes.ts[1000]),
    });
    expect(Object.keys(columns)).toEqual(['ts', 'open', 'high', 'low', 'close', 'volume']);
    expect(columns['close']).toEqual(Array.from(minutes.close.subarray(0, 1000)));
  });

  test('pages join to the whole', async () => {
    const joined: number[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: Slice = await slice(`symbol=MIN&timeframe=5m&limit=300${cursor && `&cursor=${cursor}`}`);
      joined.push(...page.columns['open']!);
      cursor = page.next_cursor;
    }
    expect(joined).toEqual(Array.from(resampleCandles(minutes, '5m').open));
  });

  test('resamples the whole, then slices, as a run does: its data_hash is that of a run over the span', async () => {
    const span = { symbol: 'MIN', timeframe: '1h', start: '2024-01-01T02:00:00Z', end: '2024-01-02T05:30:00Z' };
    const shown = await slice(new URLSearchParams(span).toString());
    const run = await server.post('/runs/validate', { ...SAMPLE, ...span, validation: {} });
    expect(shown.bars).toBe(28);
    expect(shown.data_hash).toBe(((await run.json()) as { data_hash: string }).data_hash);
  });

  test('start and end are half-open, and may be days, instants or epoch ms', async () => {
    const day = Date.UTC(2024, 0, 2);
    for (const [start, end] of [
      ['2024-01-02', '2024-01-03'],
      ['2024-01-02T00:00:00Z', '2024-01-03T01:00:00%2B01:00'],
      [day, day + 86_400_000],
    ]) {
      const { columns } = await slice(`symbol=MIN&timeframe=6h&start=${start}&end=${end}`);
      expect(columns['ts']).toEqual([0, 6, 12, 18].map((hour) => day + hour * 3_600_000));
    }
    expect(await slice('symbol=MIN&timeframe=1m&start=2030-01-01')).toMatchObject({ bars: 0, columns: { ts: [] }, next_cursor: null });
  });

  test('downsample keeps first open, last close, extremes and volume in at most so many candles', async () => {
    const { columns, bars, next_cursor } = await slice('symbol=MIN&timeframe=1m&downsample=1500');
    expect([bars, columns['ts']!.length, next_cursor]).toEqual([4320, 1500, null]);
    expect([columns['open']![0], columns['close']!.at(-1)]).toEqual([minutes.open[0], minutes.close.at(-1)]);
    expect(Math.max(...columns['high']!)).toBe(Math.max(...minutes.high));
    expect(Math.min(...columns['low']!)).toBe(Math.min(...minutes.low));
    const sum = (values: Iterable<number>): number => [...values].reduce((a, b) => a + b, 0);
    expect(sum(columns['volume']!)).toBe(sum(minutes.volume!));
  });

  test('of TEST are the bars of its generator; it has no end, so a span is required', async () => {
    const hours = testCandles('1h', Date.UTC(2024, 0, 1), Date.UTC(2024, 0, 8));
    const shown = await slice('symbol=TEST&timeframe=1h&start=2024-01-01&end=2024-01-08');
    expect(shown).toMatchObject({ source: 'built_in', data_hash: dataHash(hours), columns: plain(hours) });
    expect(await problemIn(await get('symbol=TEST&timeframe=1h'))).toEqual([
      422,
      'VALIDATION_FAILED',
      ['/start', 'REQUIRED'],
      ['/end', 'REQUIRED'],
    ]);
  });

  test('more bars than a run takes are refused', async () => {
    const asked = 'symbol=TEST&timeframe=1m&start=2024-01-01&end=2025-01-01';
    expect(await problemIn(await get(asked))).toEqual([422, 'LIMIT_EXCEEDED', ['/end', 'LIMIT_EXCEEDED']]);
    expect((await problemIn(await get(`${asked}&format=arrow`))).slice(0, 2)).toEqual([422, 'LIMIT_EXCEEDED']);
  });

  test('as CSV read back bit for bit, all of the span', async () => {
    const answer = await get('symbol=MIN&timeframe=1m&format=csv');
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="MIN-1m.csv"');
    expect(dataHash(parseCandlesCsv(await answer.text()).candles)).toBe(dataHash(minutes));
  });

  test('a long CSV is one text: a header, and every bar once', async () => {
    const answer = await get('symbol=TEST&timeframe=1m&start=2024-01-01&end=2024-01-13&format=csv');
    const { candles } = parseCandlesCsv(await answer.text());
    expect([candles.ts.length, dataHash(candles)]).toEqual([17_280, answer.headers.get('x-data-hash')]);
  });

  test('as Arrow hold the exact columns, unpaged, under their data_hash', async () => {
    const answer = await get('symbol=MIN&timeframe=1m&format=arrow');
    const { headers } = answer;
    expect([headers.get('content-type'), headers.get('etag')]).toEqual(['application/vnd.apache.arrow.file', `"${dataHash(minutes)}"`]);
    expect([headers.get('x-data-hash'), headers.get('x-bars'), headers.get('x-source')]).toEqual([dataHash(minutes), '4320', 'stored']);
    const file = Buffer.from(await answer.arrayBuffer());
    expect(file.subarray(0, 6).toString()).toBe('ARROW1');
    const { buffer, byteOffset, byteLength } = minutes.close;
    expect(file.includes(Buffer.from(buffer, byteOffset, byteLength))).toBe(true); // little-endian doubles, one after the other
  });

  test('an answer that the client has is 304 until the data set is replaced', async () => {
    const put = (days: number): Promise<Response> =>
      server.fetch('/datasets/TAGGED', { method: 'PUT', body: csvOf(someCandles('1h', days)), headers: { 'Content-Type': 'text/csv' } });
    await put(3);
    for (const format of ['json', 'csv', 'arrow']) {
      const asked = `symbol=TAGGED&timeframe=1h&format=${format}`;
      const etag = (await get(asked)).headers.get('etag')!;
      expect((await get(asked, { 'If-None-Match': etag })).status).toBe(304);
    }
    const etag = (await get('symbol=TAGGED&timeframe=1h')).headers.get('etag')!;
    await put(4);
    expect((await get('symbol=TAGGED&timeframe=1h', { 'If-None-Match': etag })).status).toBe(200);
  });

  test('a format that Accept does not take is 406', async () => {
    expect(await problemIn(await get('symbol=MIN&timeframe=1m', { Accept: 'text/csv' }))).toEqual([406, 'NOT_ACCEPTABLE']);
    expect((await get('symbol=MIN&timeframe=1m&format=csv', { Accept: 'text/csv' })).status).toBe(200);
  });

  test.each<[string, ...(readonly [string, string])[]]>([
    ['', ['/symbol', 'REQUIRED'], ['/timeframe', 'REQUIRED']],
    ['symbol=../etc&timeframe=1q', ['/symbol', 'NOT_ALLOWED'], ['/timeframe', 'NOT_ALLOWED']],
    ['symbol=MIN&timeframe=1m&start=2024-02-30&end=soon', ['/start', 'OUT_OF_RANGE'], ['/end', 'WRONG_TYPE']],
    ['symbol=MIN&timeframe=1m&start=2024-01-02&end=2024-01-01', ['/end', 'DATE_ORDER']],
    ['symbol=MIN&timeframe=1m&limit=10001&downsample=0', ['/limit', 'OUT_OF_RANGE'], ['/downsample', 'OUT_OF_RANGE']],
    ['symbol=MIN&timeframe=1m&cursor=abc&format=xml', ['/cursor', 'NOT_ALLOWED'], ['/format', 'NOT_ALLOWED']],
    ['symbol=MIN&timeframe=1m&limit=5&cursor=0&format=arrow', ['/limit', 'NOT_ALLOWED'], ['/cursor', 'NOT_ALLOWED']],
    ['symbol=MIN&symbol=TEST&timeframe=1m&limt=5', ['/limt', 'UNKNOWN_KEY'], ['/symbol', 'NOT_ALLOWED']],
  ])('refuses ?%s with all that is wrong', async (query, ...problems) => {
    expect(await problemIn(await get(query))).toEqual([422, 'VALIDATION_FAILED', ...problems]);
  });

  test('what is not there is 404, what is only there in coarser bars 422', async () => {
    expect(await problemIn(await get('symbol=NOWHERE&timeframe=1m'))).toEqual([404, 'DATA_NOT_FOUND']);
    await server.fetch('/datasets/DAYS', { method: 'PUT', body: csvOf(someCandles('1d', 30)), headers: { 'Content-Type': 'text/csv' } });
    expect(await problemIn(await get('symbol=DAYS&timeframe=1h'))).toEqual([
      422,
      'TIMEFRAME_TOO_FINE',
      ['/timeframe', 'TIMEFRAME_TOO_FINE'],
    ]);
  });
});
