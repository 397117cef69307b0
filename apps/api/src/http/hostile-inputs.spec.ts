import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { gzipSync } from 'node:zlib';
import { type RunningServer, startServer } from '../testing/running-server.js';
import { type RawAnswer, rawRequest } from '../testing/raw-request.js';
import { SAMPLE } from '../testing/sample-config.js';

let server: RunningServer;

beforeAll(async () => {
  server = await startServer({ env: { PROJECTA_MAX_SUBSCRIBERS: '20', PROJECTA_MAX_UPLOAD_BYTES: '200000' } });
}, 60_000);
afterAll(async () => {
  await server.stop();
});
/** Whatever came in, the next request is answered. */
afterEach(async () => {
  expect((await server.fetch('/health')).status).toBe(200);
});

const HASH = 'a'.repeat(64);
const JSON_TYPE = { 'Content-Type': 'application/json' };
const sample = (changes: object): string => JSON.stringify({ ...SAMPLE, ...changes });

type Hostile = readonly [what: string, path: string, init: RequestInit, status: number, code: string];

const post = (body: NonNullable<RequestInit['body']>, headers: Record<string, string> = JSON_TYPE): RequestInit => ({
  method: 'POST',
  headers,
  body,
});
const put = (body: NonNullable<RequestInit['body']>, type = 'text/csv'): RequestInit => ({
  method: 'PUT',
  headers: { 'Content-Type': type },
  body,
});

const BODIES: readonly Hostile[] = [
  ['no body', '/runs', { method: 'POST', headers: JSON_TYPE }, 400, 'MALFORMED_JSON'],
  ['half a body', '/runs', post('{"symbol": "TE'), 400, 'MALFORMED_JSON'],
  ['two values', '/runs', post('{} {}'), 400, 'MALFORMED_JSON'],
  ['a NUL byte', '/runs', post('{"symbol":"T\u0000ST"}'), 400, 'MALFORMED_JSON'],
  ['bytes that are no UTF-8', '/runs', post(new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d])), 422, 'VALIDATION_FAILED'],
  ['half of a surrogate pair', '/runs', post('{"symbol":"\\ud800"}'), 400, 'MALFORMED_JSON'],
  ['NaN', '/runs', post('{"seed": NaN}'), 400, 'MALFORMED_JSON'],
  ['a key twice', '/runs', post('{"seed": 1, "seed": 2}'), 400, 'DUPLICATE_KEY'],
  ['an integer beyond 2^53', '/runs', post(sample({}).replace('"seed":42', '"seed":9007199254740993')), 400, 'NUMBER_NOT_EXACT'],
  ['__proto__ as a key', '/runs', post('{"__proto__": {"admin": true}}'), 422, 'NOT_ALLOWED'],
  ['constructor as a key', '/runs', post(sample({ constructor: { prototype: {} } })), 422, 'VALIDATION_FAILED'],
  ['100,000 levels of nesting', '/runs', post('['.repeat(100_000)), 422, 'LIMIT_EXCEEDED'],
  ['a body of 2 MB', '/runs', post(sample({ symbol: 'x'.repeat(2_000_000) })), 413, 'PAYLOAD_TOO_LARGE'],
  ['a list where an object is wanted', '/runs', post('[1, 2]'), 422, 'VALIDATION_FAILED'],
  [
    '20,000 indicators on many bars',
    '/runs',
    post(sample({ end: '2024-02-01', indicators: Array(20_000).fill({ name: 'sma' }) })),
    422,
    'LIMIT_EXCEEDED',
  ],
  ['a form', '/runs', post('symbol=TEST', { 'Content-Type': 'application/x-www-form-urlencoded' }), 415, 'UNSUPPORTED_MEDIA_TYPE'],
  [
    'XML',
    '/runs',
    post('<!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]>', { 'Content-Type': 'text/xml' }),
    415,
    'UNSUPPORTED_MEDIA_TYPE',
  ],
  ['a charset nobody speaks', '/runs', post('{}', { 'Content-Type': 'application/json; charset=ebcdic' }), 415, 'UNSUPPORTED_MEDIA_TYPE'],
  [
    'a gzip bomb as JSON',
    '/runs',
    post(gzipSync(Buffer.alloc(10_000_000, 32)), { ...JSON_TYPE, 'Content-Encoding': 'gzip' }),
    415,
    'UNSUPPORTED_MEDIA_TYPE',
  ],
  ['a gzip bomb as CSV', '/datasets/BOMB', put(gzipSync(Buffer.alloc(50_000_000, 48)), 'application/gzip'), 413, 'PAYLOAD_TOO_LARGE'],
  ['an upload beyond the limit', '/datasets/BIG', put('1,2,3,4,5,6\n'.repeat(40_000)), 413, 'PAYLOAD_TOO_LARGE'],
  [
    'candles that are a program',
    '/datasets/ELF',
    put(new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 1, 1, 1]), 'application/octet-stream'),
    422,
    'DATA_INVALID',
  ],
];

const ADDRESSES: readonly Hostile[] = [
  ['a path out of the artifacts', `/runs/${HASH}/artifacts/..%2f..%2fprojecta.db`, {}, 404, 'RUN_NOT_FOUND'],
  ['a path out of the runs', '/runs/..%2f..%2f..%2fetc%2fpasswd', {}, 404, 'RUN_NOT_FOUND'],
  ['a data set out of its folder', '/datasets/..%2f..%2fevil', put('ts,open\n'), 422, 'VALIDATION_FAILED'],
  ['a data set named ..', '/datasets/a%2f..%2fb', put('ts,open\n'), 422, 'VALIDATION_FAILED'],
  ['a symbol with a NUL', '/datasets/a%00b', put('ts,open\n'), 422, 'VALIDATION_FAILED'],
  ['a symbol as a path in a config', '/runs', post(sample({ symbol: '../../etc/passwd' })), 422, 'VALIDATION_FAILED'],
  ['SQL in a filter', `/runs?symbol=${encodeURIComponent("' OR 1=1; DROP TABLE runs; --")}`, {}, 200, ''],
  ['SQL in a sort', `/runs?sort=${encodeURIComponent('created_at; DROP TABLE runs')}`, {}, 422, 'VALIDATION_FAILED'],
  ['SQL in a hash', `/runs/${encodeURIComponent("aaaaaaaa' OR '1'='1")}`, {}, 404, 'RUN_NOT_FOUND'],
  ['a wildcard as a prefix', '/runs/%25%25%25%25%25%25%25%25', {}, 404, 'RUN_NOT_FOUND'],
  ['a cursor of somebody else', `/runs?cursor=${'A'.repeat(2000)}`, {}, 422, 'VALIDATION_FAILED'],
  ['a limit of a billion', '/runs?limit=1000000000', {}, 422, 'VALIDATION_FAILED'],
  ['__proto__ in a query', '/runs?__proto__[x]=1&constructor=2', {}, 422, 'VALIDATION_FAILED'],
  ['the same parameter 500 times', `/runs?${'limit=1&'.repeat(500)}`, {}, 422, 'VALIDATION_FAILED'],
  ['a broken escape', '/runs/%E0%A4%A', {}, 400, 'MALFORMED_JSON'],
  ['an id that is no number', `/runs/${HASH}/events`, { headers: { 'Last-Event-ID': '1e3' } }, 422, 'VALIDATION_FAILED'],
  ['a preference for a year', '/runs', post(sample({ seed: 1 }), { ...JSON_TYPE, Prefer: 'wait=31536000' }), 201, ''],
];

describe.each([...BODIES, ...ADDRESSES])('%s', (_what, path, init, status, code) => {
  test(`is answered ${status} ${code}`, async () => {
    const response = await server.fetch(path, init);
    const answer = (await response.json()) as { code?: string };
    expect([response.status, answer.code ?? '']).toEqual([status, code]);
    if (code !== '') expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(JSON.stringify(answer)).not.toMatch(/node_modules|\/work|SQLITE|SELECT|stack/);
  });
});

describe('what no client library sends', () => {
  const raw = (lines: readonly string[], body?: string): Promise<RawAnswer> => rawRequest(server.url, lines, body);
  test('OPTIONS answers what an address takes', async () => {
    const options = await server.fetch('/health', { method: 'OPTIONS' });
    expect([options.status, options.headers.get('allow')]).toEqual([204, 'GET, HEAD, OPTIONS']);
  });
  test('headers of 100 kB are 431', async () => {
    expect((await raw(['GET /health HTTP/1.1', 'Host: localhost', `X-Big: ${'x'.repeat(100_000)}`])).status).toBe(431);
  });
  test('lines that are no HTTP are 400', async () => {
    expect((await raw(['HELO example.com'])).status).toBe(400);
    expect((await raw(['GET /health HTTP/1.1', 'Host localhost'])).status).toBe(400);
  });
  test('a smuggled second request is not read as one', async () => {
    const lines = [
      'POST /runs HTTP/1.1',
      'Host: localhost',
      'Content-Type: application/json',
      'Content-Length: 5',
      'Transfer-Encoding: chunked',
    ];
    const { status, body } = await raw(lines, '0\r\n\r\nGET /health HTTP/1.1\r\nHost: localhost\r\n\r\n');
    expect(status).toBe(400);
    expect(body).not.toContain('uptime');
  });
  test('a header with a line break in a request_id is not echoed', async () => {
    const { head } = await raw(['GET /health HTTP/1.1', 'Host: localhost', 'X-Request-Id: a%0d%0aSet-Cookie: x', 'Connection: close']);
    expect(head).not.toMatch(/^Set-Cookie/im);
  });
  test('a length that is a lie ends the connection, not the server', async () => {
    const lines = ['POST /runs HTTP/1.1', 'Host: localhost', 'Content-Type: application/json', 'Content-Length: 10', 'Connection: close'];
    expect((await raw(lines, '{"a": 1}  and more than that')).status).toBeGreaterThanOrEqual(400);
  });
  test('more event streams than the limit are 429, and the places come back', async () => {
    const { run_hash } = (await (
      await server.post('/runs', { ...SAMPLE, seed: 2, validation: { permutation: { trials: 20_000 } } })
    ).json()) as {
      run_hash: string;
    };
    const aborts = Array.from({ length: 25 }, () => new AbortController());
    const streams = await Promise.all(aborts.map(({ signal }) => server.fetch(`/runs/${run_hash}/events`, { signal })));
    expect(streams.filter(({ status }) => status === 200).length).toBe(20);
    const refused = streams.filter(({ status }) => status === 429);
    expect(refused.length).toBe(5);
    expect(refused[0]!.headers.get('retry-after')).not.toBeNull();
    for (const abort of aborts) abort.abort();
    await new Promise((resolve) => setTimeout(resolve, 300));
    const again = new AbortController();
    expect((await server.fetch(`/runs/${run_hash}/events`, { signal: again.signal })).status).toBe(200);
    again.abort();
    await server.fetch(`/runs/${run_hash}/cancel`, { method: 'POST' });
  });
});
