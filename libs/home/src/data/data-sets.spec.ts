import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Candles, dataHash, parseCandlesCsv } from '@projecta/candles';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { identifyRun } from '../compute/identify-run.js';
import { runRequest } from '../compute/run-request.js';
import type { Home } from '../open-home.js';
import { submitRun } from '../runs/submit-run.js';
import { TEN_DAYS, TEN_DAYS_CSV } from '../testing/samples.js';
import { temporaryHome, type TemporaryHome } from '../testing/temporary-home.js';
import { readVersion, stageDataSet } from './data-set-files.js';

const { candles: first } = parseCandlesCsv(TEN_DAYS_CSV);
const second: Candles = { ...first, volume: first.volume!.map((value) => value + 1) };
let place: TemporaryHome;
let home: Home;

beforeAll(async () => {
  place = await temporaryHome();
  home = place.home;
});
afterAll(() => place.drop());

const put = async (symbol: string, candles: Candles, notes: string[] = []) =>
  home.dataSets.put(await stageDataSet(candles, { symbol, timeframe: '1d', notes }, { home: home.folder, owner: home.owner }));
const filesOf = (name: string): string[] => {
  const folder = join(home.folder, 'datasets', name, '1d');
  return existsSync(folder) ? readdirSync(folder).sort() : [];
};
const fileOf = (candles: Candles): string => `${dataHash(candles)}.parquet`;

/** Puts a run of the symbol into the queue. */
async function submitted(symbol: string): Promise<string> {
  const request = await runRequest({ ...TEN_DAYS, symbol }, { home, dataDir: null, extraDigests: [], engineVersion: '0' });
  return (await submitRun(home, await identifyRun(request, []))).run.run_hash;
}

describe('data sets in a home', () => {
  test('are listed with their facts, notes and time, and lie in a file by their hash, with nothing beside it', async () => {
    const { created, dataSet } = await put('BTC/USD', first, ['one note']);
    expect(created).toBe(true);
    const facts = { symbol: 'BTC/USD', timeframe: '1d', bars: 10, first: '2024-01-01T00:00:00.000Z', last: '2024-01-12T00:00:00.000Z' };
    expect(dataSet).toMatchObject({ ...facts, gaps: 1, data_hash: dataHash(first), notes: ['one note'] });
    expect(await home.dataSets.ofSymbol('BTC/USD')).toEqual([dataSet]);
    expect((await home.dataSets.list()).items).toEqual([dataSet]);
    expect(filesOf('BTC%2FUSD')).toEqual([fileOf(first)]);
    expect(readdirSync(join(home.folder, 'datasets'))).toEqual(['BTC%2FUSD']);
    const [version] = await home.dataSets.versions('BTC/USD');
    expect(dataHash(await readVersion(version!))).toBe(dataHash(first));
  });
  test('put again are the same; changed ones take the place of a version that nobody used', async () => {
    expect((await put('BTC/USD', first)).created).toBe(false);
    expect((await put('BTC/USD', second)).created).toBe(true);
    expect((await home.dataSets.versions('BTC/USD')).map(({ data_hash }) => data_hash)).toEqual([dataHash(second)]);
    expect(filesOf('BTC%2FUSD')).toEqual([fileOf(second)]);
  });
  test('whose version a run used keep it, beside the current one, until the run is gone', async () => {
    await put('ACME', first);
    const run_hash = await submitted('ACME');
    await put('ACME', second);
    expect((await home.dataSets.versions('ACME')).map(({ data_hash, current }) => [data_hash, current])).toEqual([
      [dataHash(first), false],
      [dataHash(second), true],
    ]);
    await home.dataSets.remove('ACME');
    expect(await home.dataSets.ofSymbol('ACME')).toEqual([]);
    expect(filesOf('ACME')).toEqual([fileOf(first)]);
    await home.store.runs.remove(run_hash);
    await home.dataSets.sweep();
    expect(await home.dataSets.versions('ACME')).toEqual([]);
    expect(existsSync(join(home.folder, 'datasets/ACME'))).toBe(false);
  });
  test('that are not there cannot be removed', async () => {
    await expect(home.dataSets.remove('NOPE')).rejects.toMatchObject({ code: 'DATA_NOT_FOUND' });
    await expect(home.dataSets.remove('BTC/USD', '1h')).rejects.toMatchObject({ code: 'DATA_NOT_FOUND' });
  });
  test('are kept whole by many puts at once', async () => {
    const changed = (i: number): Candles => ({ ...first, volume: first.volume!.map((value) => value + (i % 4)) });
    await Promise.all(Array.from({ length: 12 }, (_, i) => put('MANY', changed(i))));
    const [only, ...more] = await home.dataSets.versions('MANY');
    expect(more).toEqual([]);
    expect(dataHash(await readVersion(only!))).toBe(only!.data_hash);
    expect(filesOf('MANY')).toEqual([`${only!.data_hash}.parquet`]);
  });
});
