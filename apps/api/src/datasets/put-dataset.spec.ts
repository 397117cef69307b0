import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { dataHash, resampleCandles } from '@projecta/candles';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { csvOf, parquetOf, someCandles } from '../testing/candle-files.js';
import { problemIn, problemOf } from '../testing/problem-of.js';
import { rawRequest } from '../testing/raw-request.js';
import { type RunningServer, startServer } from '../testing/running-server.js';

const candles = someCandles();
const csv = csvOf(candles);
const HASH = dataHash(candles);
let server: RunningServer;

beforeAll(async () => {
  server = await startServer({ env: { PROJECTA_WORKERS: '1' } });
});
afterAll(async () => {
  await server.stop();
});

const put = (address: string, body: string | Uint8Array<ArrayBuffer>, type = 'text/csv'): Promise<Response> =>
  server.fetch(`/datasets/${address}`, { method: 'PUT', body, headers: { 'Content-Type': type } });
const remove = (address: string): Promise<Response> => server.fetch(`/datasets/${address}`, { method: 'DELETE' });
const json = async <T>(path: string): Promise<T> => (await (await server.fetch(path)).json()) as T;
const bytes = (array: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(array);

describe('PUT /datasets/{symbol}', () => {
  test('stores a new version with 201, its data_hash as entity tag, and says where it is', async () => {
    const answer = await put('BTC%2FUSD%3APERP', csv);
    expect([answer.status, answer.headers.get('etag')]).toEqual([201, `"${HASH}"`]);
    expect(answer.headers.get('location')).toBe('/datasets/BTC%2FUSD%3APERP?timeframe=1h');
    expect(await answer.json()).toMatchObject({
      ...{ symbol: 'BTC/USD:PERP', timeframe: '1h', bars: 240, gaps: 0, data_hash: HASH, source: 'stored', created: true, problem: null },
      ...{ first: '2024-01-01T00:00:00.000Z', last: '2024-01-10T23:00:00.000Z', notes: [] },
      columns: ['ts', 'open', 'high', 'low', 'close', 'volume'],
      timeframes: ['1h', '2h', '4h', '6h', '12h', '1d', '1w'],
    });
    expect(existsSync(join(server.home, 'datasets', 'BTC%2FUSD%3APERP', '1h', `${HASH}.parquet`))).toBe(true);
  });

  test.each([
    ['CSV', 'text/csv', bytes(Buffer.from(csv))],
    ['CSV with a charset', 'text/csv; charset=utf-8', bytes(Buffer.from(csv))],
    ['tab-separated text', 'text/tab-separated-values', bytes(Buffer.from(csv.replaceAll(',', '\t')))],
    ['gzipped CSV', 'application/gzip', bytes(gzipSync(csv))],
    ['Parquet', 'application/vnd.apache.parquet', bytes(parquetOf(candles))],
    ['Parquet that says it is just bytes', 'application/octet-stream', bytes(parquetOf(candles))],
    ['gzip that says it is CSV: the first bytes decide', 'text/csv', bytes(gzipSync(csv))],
  ])('the same candles as %s are the same version: 200', async (_, type, body) => {
    await put('SAME', csv);
    const answer = await put('SAME', body, type);
    expect([answer.status, answer.headers.get('etag')]).toEqual([200, `"${HASH}"`]);
    expect(await answer.json()).toMatchObject({ created: false, data_hash: HASH });
  });

  test('a body without a media type is looked at', async () => {
    const head = `PUT /datasets/PLAIN HTTP/1.1\r\nHost: ${new URL(server.url).host}\r\nConnection: close\r\nContent-Length: ${csv.length}`;
    expect((await rawRequest(server.url, [head], csv)).status).toBe(201);
  });

  test.each(['application/json', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/html'])(
    'refuses %s',
    async (type) => {
      expect(await problemIn(await put('TYPED', csv, type))).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);
    },
  );

  test('refuses an encoding other than gzip, and takes that', async () => {
    const send = (encoding: string, body: Uint8Array<ArrayBuffer>): Promise<Response> =>
      server.fetch('/datasets/ENCODED', { method: 'PUT', body, headers: { 'Content-Type': 'text/csv', 'Content-Encoding': encoding } });
    expect(await problemIn(await send('br', bytes(Buffer.from(csv))))).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);
    expect((await send('gzip', bytes(gzipSync(csv)))).status).toBe(201);
  });

  test('another version replaces it for new runs, and the one before goes where no run used it', async () => {
    const longer = someCandles('1h', 11);
    await put('NEWER', csv);
    expect((await put('NEWER', csvOf(longer))).status).toBe(201);
    expect(await json('/datasets/NEWER')).toMatchObject({ data_hash: dataHash(longer), bars: 264 });
    expect(readdirSync(join(server.home, 'datasets', 'NEWER', '1h'))).toEqual([`${dataHash(longer)}.parquet`]);
  });

  test('each timeframe of a symbol is its own data set', async () => {
    await put('BOTH', csv);
    await put('BOTH', csvOf(resampleCandles(candles, '1d')));
    expect(await problemIn(await server.fetch('/datasets/BOTH'))).toEqual([422, 'VALIDATION_FAILED', ['/timeframe', 'REQUIRED']]);
    expect(await json('/datasets/BOTH?timeframe=1d')).toMatchObject({ timeframe: '1d', bars: 10 });
    expect(await problemIn(await remove('BOTH'))).toEqual([422, 'VALIDATION_FAILED', ['/timeframe', 'REQUIRED']]);
    expect((await remove('BOTH?timeframe=1d')).status).toBe(204);
    expect(await json('/datasets/BOTH')).toMatchObject({ timeframe: '1h' });
  });

  test('a timeframe that the bars do not have is refused with both', async () => {
    const problem = await problemOf(await put('FRAME?timeframe=1d', csv));
    expect(problem).toMatchObject({ status: 422, errors: [{ path: '/timeframe', code: 'NOT_ALLOWED', allowed: ['1h'] }] });
    expect(problem.errors![0]!.message).toBe(
      'timeframe is 1d, and the bars of the upload are 1h apart. Give timeframe=1h or leave it out. A run at 1d makes its bars from them.',
    );
    expect((await put('FRAME?timeframe=1h', csv)).status).toBe(201);
  });

  test('every unreadable row is told with its line, column and text', async () => {
    const lines = csv.split('\n');
    lines[3] = lines[3]!.replace(/,[^,]+,/, ',abc,');
    lines[7] = 'yesterday' + lines[7]!.slice(lines[7]!.indexOf(','));
    lines[9] = `${lines[9]},1`;
    const problem = await problemOf(await put('BAD', lines.join('\n')));
    expect(problem).toMatchObject({ status: 422, code: 'DATA_INVALID' });
    expect(problem.errors!.map(({ path, message }) => [path, message])).toEqual([
      ['/lines/4/open', 'upload: line 4, column open: "abc" is not a number.'],
      ['/lines/8/ts', expect.stringContaining('upload: line 8, column ts: "yesterday" is not') as unknown],
      ['/lines/10', expect.stringContaining('upload: line 10: the row has 7 cells, the header 6.') as unknown],
    ]);
    expect(await problemIn(await server.fetch('/datasets/BAD'))).toEqual([404, 'DATA_NOT_FOUND']);
  });

  test('of a thousand bad rows twenty are listed and all are counted', async () => {
    const problem = await problemOf(await put('BAD', `ts,open,high,low,close\n${'x,1,1,1,1\n'.repeat(1000)}`));
    expect(problem.errors).toHaveLength(20);
    expect(problem.detail).toContain('(and 999 more problems)');
  });

  test('a Parquet file cut in half, and one with its end cut off, are DATA_INVALID', async () => {
    const file = bytes(parquetOf(candles));
    for (const part of [file.subarray(0, file.length / 2), file.subarray(0, -3)]) {
      const answer = await put('HALF', part, 'application/vnd.apache.parquet');
      expect((await problemIn(answer)).slice(0, 2)).toEqual([422, 'DATA_INVALID']);
    }
  });

  test('gzip cut in half, gzip in gzip, a zip archive and an empty body are DATA_INVALID', async () => {
    const packed = bytes(gzipSync(csv));
    const zip = bytes(Buffer.from('PK\u0003\u0004more'));
    for (const body of [packed.subarray(0, packed.length / 2), bytes(gzipSync(packed)), zip, bytes(new Uint8Array())]) {
      expect((await problemIn(await put('NOTHING', body))).slice(0, 2)).toEqual([422, 'DATA_INVALID']);
    }
  });

  test('dry_run says what is understood, and stores nothing', async () => {
    const answer = await put('DRY?dry_run=true', csv);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({
      ...{ valid: true, problems: [], message: null, replaces: null, notes: [] },
      data_set: {
        symbol: 'DRY',
        timeframe: '1h',
        bars: 240,
        gaps: 0,
        data_hash: HASH,
        columns: expect.arrayContaining(['volume']) as unknown,
      },
      sample: { ts: Array.from(candles.ts.subarray(0, 5)), close: Array.from(candles.close.subarray(0, 5)) },
    });
    expect((await server.fetch('/datasets/DRY')).status).toBe(404);
    const bad = (await (await put('DRY?dry_run=true', 'ts,open,high,low,close\n2024-01-01,1,1,1,x\n')).json()) as object;
    expect(bad).toMatchObject({ valid: false, data_set: null, sample: null, problems: [{ path: '/lines/2/close', code: 'DATA_INVALID' }] });
    const frame = (await (await put('DRY?dry_run=true&timeframe=1d', csv)).json()) as object;
    expect(frame).toMatchObject({ valid: false, data_set: { timeframe: '1h' }, problems: [{ path: '/timeframe', code: 'NOT_ALLOWED' }] });
    expect(await (await put('SAME?dry_run=true', csv)).json()).toMatchObject({ valid: true, replaces: HASH });
  });

  test('adjust multiplies by adj close / close, stores another symbol, and says that it uses later information', async () => {
    const adjusted = 'date,open,high,low,close,adj close,volume\n2024-01-01,2,2,2,2,1,10\n2024-01-02,2,2,2,2,2,10\n';
    const answer = await put('SPLIT?adjust=true', adjusted);
    expect([answer.status, answer.headers.get('location')]).toEqual([201, '/datasets/SPLIT.adj?timeframe=1d']);
    expect(await answer.json()).toMatchObject({ symbol: 'SPLIT.adj', notes: [expect.stringContaining('later information')] });
    expect(await json('/candles?symbol=SPLIT.adj&timeframe=1d')).toMatchObject({ columns: { close: [1, 2], volume: [20, 10] } });
    expect((await problemIn(await put('SPLIT?adjust=true', csv))).slice(0, 2)).toEqual([422, 'DATA_INVALID']);
  });

  test('nothing takes the place of TEST', async () => {
    expect(await problemIn(await put('TEST', csv))).toEqual([422, 'NOT_ALLOWED', ['/symbol', 'NOT_ALLOWED']]);
  });

  test.each(['%2e%2e%2fetc', '..', '.', 'a%2F%2Fb', '%2Fa', 'a%2F', 'a%00b', 'a%20b', 'a%5Cb', `${'x'.repeat(65)}`, '%F0%9F%92%A9'])(
    'the symbol %s is refused under every method',
    async (symbol) => {
      for (const method of ['PUT', 'GET', 'DELETE']) {
        const lines = [`${method} /datasets/${symbol} HTTP/1.1`, `Host: ${new URL(server.url).host}`, 'Connection: close'];
        const { status, body } = await rawRequest(server.url, lines);
        expect([status, JSON.parse(body)]).toMatchObject([422, { errors: [{ path: '/symbol', code: 'NOT_ALLOWED' }] }]);
      }
    },
  );

  test('a symbol that begins with a dot is no hidden file', async () => {
    expect((await put('.tmp-1', csv)).status).toBe(201);
    expect(existsSync(join(server.home, 'datasets', '%2Etmp-1', '1h', `${HASH}.parquet`))).toBe(true);
  });

  test('an escape that cannot be decoded is 400, an unknown parameter 422', async () => {
    expect((await put('%zz', csv)).status).toBe(400);
    expect(await problemIn(await put('A?timefram=1h&adjust=yes', csv))).toEqual([
      ...[422, 'VALIDATION_FAILED'],
      ['/timefram', 'UNKNOWN_KEY'],
      ['/adjust', 'NOT_ALLOWED'],
    ]);
  });
});
