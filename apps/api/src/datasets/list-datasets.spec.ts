import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { dataHash, resampleCandles, TIMEFRAMES } from '@projecta/candles';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { csvOf, someCandles } from '../testing/candle-files.js';
import { problemIn, problemOf } from '../testing/problem-of.js';
import { type RunningServer, startServer } from '../testing/running-server.js';
import { SAMPLE } from '../testing/sample-config.js';
import type { DataSetView } from './data-set-view.js';

const candles = someCandles();
const csv = csvOf(candles);
const HASH = dataHash(candles);
const folder = mkdtempSync(join(tmpdir(), 'projecta-folder-'));
let server: RunningServer;

beforeAll(async () => {
  writeFileSync(join(folder, 'IN%2FFOLDER.csv'), csvOf(someCandles('1d', 30)));
  writeFileSync(join(folder, 'BROKEN.csv'), 'ts,open,high,low,close\n2024-01-01,1,1,1,x\n');
  writeFileSync(join(folder, 'TEST.csv'), csvOf(someCandles('1d', 30)));
  writeFileSync(join(folder, 'notes.md'), 'no candles');
  server = await startServer({ env: { PROJECTA_DATA_DIR: folder, PROJECTA_WORKERS: '1' } });
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

const put = (address: string, body: string): Promise<Response> =>
  server.fetch(`/datasets/${address}`, { method: 'PUT', body, headers: { 'Content-Type': 'text/csv' } });
const remove = (address: string): Promise<Response> => server.fetch(`/datasets/${address}`, { method: 'DELETE' });
const json = async <T>(path: string): Promise<T> => (await (await server.fetch(path)).json()) as T;
const listed = async (): Promise<DataSetView[]> => (await json<{ items: DataSetView[] }>('/datasets')).items;

describe('at the same moment', () => {
  test('many at once of one symbol leave one version, which is one of them, and no other file', async () => {
    const versions = [8, 9, 10, 11].map((days) => someCandles('1h', days));
    const answers = await Promise.all(versions.map((one) => put('RACE', csvOf(one))));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    const { data_hash } = await json<DataSetView>('/datasets/RACE');
    expect(versions.map((one) => dataHash(one))).toContain(data_hash);
    expect(readdirSync(join(server.home, 'datasets', 'RACE', '1h'))).toEqual([`${data_hash}.parquet`]);
    expect(readdirSync(join(server.home, 'datasets')).filter((name) => name.startsWith('.tmp'))).toEqual([]);
  });

  test('charts read while versions change: each answer is one version, none is an error', async () => {
    const versions = [20, 21].map((days) => csvOf(someCandles('1h', days)));
    await put('BUSY', versions[0]!);
    const puts = (async () => {
      for (let i = 0; i < 6; i++) await put('BUSY', versions[i % 2]!);
    })();
    const seen: number[] = [];
    for (let i = 0; i < 12; i++) {
      const answer = await server.fetch('/candles?symbol=BUSY&timeframe=1h');
      expect(answer.status).toBe(200);
      seen.push(((await answer.json()) as { bars: number }).bars);
    }
    await puts;
    expect(seen.filter((bars) => bars !== 480 && bars !== 504)).toEqual([]);
  });
});

describe('runs and their versions', () => {
  const config = { ...SAMPLE, symbol: 'USED', timeframe: '1h', start: '2024-01-01', end: '2024-01-11', validation: {} };
  const heavy = { ...SAMPLE, end: '2024-01-20', validation: { permutation: { trials: 400 } } };

  test('a run that waits finds its version after a PUT and after DELETE; the version stays for replays', async () => {
    await put('USED', csv);
    const blocker = (await (await server.post('/runs', heavy)).json()) as { run_hash: string };
    const waiting = (await (await server.post('/runs', config)).json()) as { run_hash: string; status: string };
    expect(waiting.status).toBe('queued');
    await put('USED', csvOf(someCandles('1h', 12)));
    expect((await remove('USED')).status).toBe(204);
    await server.post(`/runs/${blocker.run_hash}/cancel`, {});
    const run = await terminal(waiting.run_hash);
    expect(run).toMatchObject({ status: 'completed', data: { data_hash: HASH } });
    expect(readdirSync(join(server.home, 'datasets', 'USED', '1h'))).toEqual([`${HASH}.parquet`]);
    expect((await server.fetch('/datasets/USED')).status).toBe(404);
    expect(await json(`/runs/${waiting.run_hash}/verify?replay=true`)).toMatchObject({ replay: { status: 'same' } });
    expect((await server.post('/runs', { ...config, seed: 43 })).status).toBe(422);
  });

  test('the sample payload runs on the built-in TEST, whatever the data folder holds', async () => {
    const { run_hash } = (await (await server.post('/runs', SAMPLE, { Prefer: 'wait=20' })).json()) as { run_hash: string };
    const { data } = await json<{ data: object }>(`/runs/${run_hash}`);
    const { data_hash } = await json<{ data_hash: string }>('/candles?symbol=TEST&timeframe=1m&start=2024-01-01&end=2024-01-02');
    expect(data).toMatchObject({ data_hash });
  });

  async function terminal(run_hash: string): Promise<{ status: string }> {
    for (;;) {
      const run = await json<{ status: string }>(`/runs/${run_hash}`);
      if (!['queued', 'running'].includes(run.status)) return run;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
});

describe('GET /datasets', () => {
  test('lists what is stored, the files of the data folder and TEST, by symbol and timeframe; what cannot be backtested says why', async () => {
    const items = await listed();
    const symbols = items.map(({ symbol }) => symbol);
    expect(symbols).toEqual([...symbols].sort());
    expect(items.find(({ symbol }) => symbol === 'IN/FOLDER')).toMatchObject({
      source: 'folder',
      timeframe: '1d',
      bars: 30,
      problem: null,
    });
    expect(items.find(({ symbol }) => symbol === 'BROKEN')).toMatchObject({
      ...{ source: 'folder', timeframe: null, bars: null, data_hash: null },
      problem: expect.stringContaining('BROKEN.csv: line 2, column close') as unknown,
    });
    expect(items.filter(({ symbol }) => symbol === 'TEST')).toMatchObject([
      {
        source: 'built_in',
        bars: null,
        problem: null,
        timeframes: TIMEFRAMES,
        notes: [expect.anything(), expect.stringContaining('Rename the file')],
      },
    ]);
  });

  test('a data set a timeframe, by its name', async () => {
    await put('BOTH', csv);
    await put('BOTH', csvOf(resampleCandles(candles, '1d')));
    expect((await listed()).filter(({ symbol }) => symbol === 'BOTH').map(({ timeframe }) => timeframe)).toEqual(['1d', '1h']);
  });

  test('pages of any size join to the whole list', async () => {
    const whole = await listed();
    for (const limit of [1, 2, 5, whole.length]) {
      const pages: DataSetView[] = [];
      for (let cursor: string | null = ''; cursor !== null;) {
        const from: string = cursor === '' ? '' : `&cursor=${cursor}`;
        const page: { items: DataSetView[]; next_cursor: string | null } = await json(`/datasets?limit=${limit}${from}`);
        expect(page.items.length).toBeLessThanOrEqual(limit);
        pages.push(...page.items);
        cursor = page.next_cursor;
      }
      expect(pages).toEqual(whole);
    }
  });

  test('a file that changes is read anew, and a stored data set stands before a file of the same name', async () => {
    writeFileSync(join(folder, 'CHANGES.csv'), csvOf(someCandles('1d', 5)));
    expect(await json('/datasets/CHANGES')).toMatchObject({ bars: 5, source: 'folder' });
    writeFileSync(join(folder, 'CHANGES.csv'), csvOf(someCandles('1d', 6)));
    expect(await json('/datasets/CHANGES')).toMatchObject({ bars: 6, source: 'folder' });
    await put('CHANGES', csvOf(someCandles('1d', 7)));
    expect(await json('/datasets/CHANGES')).toMatchObject({ bars: 7, source: 'stored' });
    expect((await listed()).filter(({ symbol }) => symbol === 'CHANGES')).toMatchObject([{ bars: 7, source: 'stored' }]);
  });

  test('refuses a limit out of range, a cursor of another list and unknown parameters, all at once', async () => {
    expect(await problemIn(await server.fetch('/datasets?limit=501&cursr=x'))).toEqual([
      ...[422, 'VALIDATION_FAILED'],
      ['/cursr', 'UNKNOWN_KEY'],
      ['/limit', 'OUT_OF_RANGE'],
    ]);
    expect(await problemIn(await server.fetch('/datasets?cursor=abc'))).toEqual([422, 'VALIDATION_FAILED', ['/cursor', 'NOT_ALLOWED']]);
  });
});

describe('GET and DELETE /datasets/{symbol}', () => {
  test('facts come with a profile: gaps, bars without volume, the largest move', async () => {
    const gappy = 'ts,open,high,low,close,volume\n2024-01-01,1,1,1,1,0\n2024-01-02,1,2,1,2,5\n2024-01-05,2,2,2,2,5\n2024-01-06,2,2,2,2,5\n';
    await put('GAPPY', gappy);
    expect(await json('/datasets/GAPPY?timeframe=1d')).toMatchObject({
      ...{ bars: 4, gaps: 1 },
      profile: {
        longest_gaps: [{ after: '2024-01-02T00:00:00.000Z', before: '2024-01-05T00:00:00.000Z', missing_bars: 2 }],
        ...{ zero_volume_bars: 1, lowest_low: 1, highest_high: 2, flat_bars: 3 },
        largest_move: { at: '2024-01-02T00:00:00.000Z', return: 1 },
      },
    });
  });

  test('TEST has no profile, for it has no end', async () => {
    expect(await json('/datasets/TEST')).toMatchObject({ source: 'built_in', profile: null });
  });

  test('what is not there is 404, with what is', async () => {
    expect(await problemIn(await server.fetch('/datasets/NOWHERE'))).toEqual([404, 'DATA_NOT_FOUND']);
    const { detail } = await problemOf(await server.fetch('/datasets/GAPPY?timeframe=1h'));
    expect(detail).toBe('There is no data set GAPPY at 1h. There is GAPPY at 1d.');
    expect(await problemIn(await remove('NOWHERE'))).toEqual([404, 'DATA_NOT_FOUND']);
  });

  test('a data set goes once; its file goes with it where no run used it', async () => {
    expect([(await remove('GAPPY')).status, (await remove('GAPPY')).status]).toEqual([204, 404]);
    expect(existsSync(join(server.home, 'datasets', 'GAPPY'))).toBe(false);
  });

  test('TEST and files of the data folder cannot be removed', async () => {
    expect((await problemIn(await remove('TEST'))).slice(0, 2)).toEqual([422, 'NOT_ALLOWED']);
    expect((await problemIn(await remove('IN%2FFOLDER'))).slice(0, 2)).toEqual([422, 'NOT_ALLOWED']);
    expect(existsSync(join(folder, 'IN%2FFOLDER.csv'))).toBe(true);
  });
});
