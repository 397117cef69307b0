import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { request as httpRequest, type ClientRequest, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { csvOf, parquetOf, someCandles } from '../testing/candle-files.js';
import { problemIn, problemOf } from '../testing/problem-of.js';
import { type RunningServer, startServer } from '../testing/running-server.js';

const MOST_BYTES = 2_000_000;
const MOST_BARS = 5_000;
const csv = csvOf(someCandles('1m', 1));
let server: RunningServer;

beforeAll(async () => {
  const limits = { PROJECTA_MAX_UPLOAD_BYTES: String(MOST_BYTES), PROJECTA_MAX_BARS: String(MOST_BARS) };
  server = await startServer({ env: { ...limits, PROJECTA_MAX_UPLOAD_STALL_SECONDS: '1', PROJECTA_WORKERS: '1' } });
});
afterAll(() => {
  rmSync(server.home, { recursive: true, force: true }); // the last test has ended the server
});

const put = (address: string, body: string | Uint8Array): Promise<Response> => {
  const content = typeof body === 'string' ? body : new Uint8Array(body);
  return server.fetch(`/datasets/${address}`, { method: 'PUT', body: content, headers: { 'Content-Type': 'application/octet-stream' } });
};
/** An upload whose body is written by hand. */
const begin = (symbol: string, headers: Record<string, string> = {}): ClientRequest => {
  const { hostname, port } = new URL(server.url);
  const upload = httpRequest({
    hostname,
    port,
    path: `/datasets/${symbol}`,
    method: 'PUT',
    headers: { 'Content-Type': 'text/csv', ...headers },
  });
  upload.on('error', () => undefined); // the server may close what it has refused
  return upload;
};
const answerOf = (upload: ClientRequest): Promise<{ status: number; code: string | undefined }> =>
  new Promise((resolve, reject) => {
    upload.once('error', reject);
    upload.once('response', (response: IncomingMessage) => {
      let text = '';
      response.on('data', (piece) => (text += String(piece)));
      response.once('end', () => resolve({ status: response.statusCode!, code: (JSON.parse(text) as { code?: string }).code }));
    });
  });
const temporary = (): string[] => readdirSync(join(server.home, 'datasets')).filter((name) => name.startsWith('.tmp'));
const gone = async (): Promise<void> => {
  for (let i = 0; i < 100 && temporary().length > 0; i++) await pause(20);
  expect(temporary()).toEqual([]);
};

describe('an upload', () => {
  test('of more bytes than are taken is refused before it is sent, where it says so', async () => {
    const upload = begin('LARGE', { 'Content-Length': String(MOST_BYTES + 1) });
    upload.write('ts,open');
    expect(await answerOf(upload)).toEqual({ status: 413, code: 'PAYLOAD_TOO_LARGE' });
    upload.destroy();
    await gone();
  });

  test('of more bytes than are taken is refused on its way, where it does not', async () => {
    const upload = begin('LARGE', { 'Transfer-Encoding': 'chunked' });
    const answer = answerOf(upload);
    const piece = 'x'.repeat(100_000);
    for (let i = 0; i < 25; i++) upload.write(piece);
    expect(await answer).toEqual({ status: 413, code: 'PAYLOAD_TOO_LARGE' });
    upload.destroy();
    await gone();
    expect((await problemIn(await put('LARGE', 'x'.repeat(MOST_BYTES + 1)))).slice(0, 2)).toEqual([413, 'PAYLOAD_TOO_LARGE']);
  });

  test('of a gigabyte of zeros in a megabyte of gzip is refused, and so is one in gzip members', async () => {
    const member = gzipSync(new Uint8Array(10_000_000));
    const bomb = new Uint8Array(member.length * 100);
    for (let i = 0; i < 100; i++) bomb.set(member, i * member.length);
    expect((await problemIn(await put('BOMB', bomb))).slice(0, 2)).toEqual([413, 'PAYLOAD_TOO_LARGE']);
    await gone();
  });

  test('of more bars than are taken is refused, as text, gzipped and as Parquet', async () => {
    const candles = someCandles('1m', 4);
    const bodies = [csvOf(candles), gzipSync(csvOf(candles)), parquetOf(candles)];
    for (const body of bodies) expect((await problemIn(await put('LONG', body))).slice(0, 2)).toEqual([422, 'LIMIT_EXCEEDED']);
    await gone();
  });

  test('of so many lines that they cannot be bars is refused before they are read', async () => {
    expect((await problemIn(await put('LINES', `ts,open,high,low,close\n${'\n'.repeat(1_900_000)}`))).slice(0, 2)).toEqual([
      422,
      'LIMIT_EXCEEDED',
    ]);
  });

  test('that stalls is ended after the stated time, with an answer', async () => {
    const upload = begin('STALLED', { 'Transfer-Encoding': 'chunked' });
    upload.write(csv.slice(0, 1000));
    const before = performance.now();
    expect(await answerOf(upload)).toEqual({ status: 422, code: 'LIMIT_EXCEEDED' });
    expect(performance.now() - before).toBeGreaterThan(900);
    upload.destroy();
    await gone();
  });

  test('that comes slowly but comes is taken', async () => {
    const upload = begin('SLOW', { 'Transfer-Encoding': 'chunked' });
    const answer = answerOf(upload);
    for (let i = 0; i < 4; i++) {
      upload.write(csv.slice((i * csv.length) / 4, ((i + 1) * csv.length) / 4));
      await pause(400);
    }
    upload.end();
    expect((await answer).status).toBe(201);
  });

  test('whose client goes away leaves no file and no data set', async () => {
    const upload = begin('LEFT', { 'Content-Length': String(csv.length) });
    upload.write(csv.slice(0, 10_000));
    for (let i = 0; i < 100 && temporary().length === 0; i++) await pause(10);
    expect(temporary()).toHaveLength(1);
    upload.destroy();
    await gone();
    expect((await server.fetch('/datasets/LEFT')).status).toBe(404);
  });

  test('refused for another reason is answered while it is still being sent', async () => {
    const upload = begin('TEST', { 'Content-Length': String(MOST_BYTES) });
    upload.write('x'.repeat(100_000));
    expect(await answerOf(upload)).toEqual({ status: 422, code: 'NOT_ALLOWED' });
    upload.destroy();
    const typed = begin('TYPED', { 'Content-Length': String(MOST_BYTES), 'Content-Type': 'text/html' });
    typed.write('x'.repeat(100_000));
    expect(await answerOf(typed)).toEqual({ status: 415, code: 'UNSUPPORTED_MEDIA_TYPE' });
    typed.destroy();
  });

  test('one more than eight at a time is 429 with Retry-After', async () => {
    const uploads = Array.from({ length: 8 }, (_, i) => begin(`MANY${i}`, { 'Transfer-Encoding': 'chunked' }));
    for (const upload of uploads) upload.write('ts');
    for (let i = 0; i < 100 && temporary().length < 8; i++) await pause(10);
    const answer = await put('MANY', csv);
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '1']);
    for (const upload of uploads) upload.destroy();
    await gone();
    expect((await put('MANY', csv)).status).toBe(201);
  });
});

test('where the disk cannot be written to an upload is 503 without a path, and works again after', async () => {
  const [folder, aside] = [join(server.home, 'datasets'), join(server.home, 'aside')];
  renameSync(folder, aside);
  writeFileSync(folder, 'no folder');
  const { code, detail } = await problemOf(await put('DISK', csv));
  expect([code, detail]).toEqual(['STORAGE_UNAVAILABLE', expect.not.stringContaining(server.home)]);
  rmSync(folder);
  renameSync(aside, folder);
  expect((await put('DISK', csv)).status).toBe(201);
});

test('an upload that a crash cuts off leaves no file after the next start', async () => {
  expect(server.log()).not.toMatch(/unhandled/i);
  const upload = begin('CRASH', { 'Transfer-Encoding': 'chunked' });
  upload.write(csv.slice(0, 10_000));
  for (let i = 0; i < 100 && temporary().length === 0; i++) await pause(10);
  await server.kill();
  expect(temporary()).toHaveLength(1);
  const again = await startServer({ home: server.home });
  expect(temporary()).toEqual([]);
  expect((await again.fetch('/datasets/SLOW')).status).toBe(200);
  await again.stop();
});
