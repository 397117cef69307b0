import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { dataHash, nativeTimeframe, parseCandlesCsv, testCandles } from '@projecta/candles';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TEN_DAYS_CSV } from '../testing/configs.js';
import { temporaryFolder, type TemporaryFolder } from '../testing/temporary-folder.js';
import { candlesOfParquet, candlesParquet } from './candles-table.js';
import { dataSetStore } from './data-set-store.js';
import { findCandles } from './find-candles.js';
import { fittingTimeframe } from './fitting-timeframe.js';
import { profileCandles } from './profile-candles.js';
import { symbolFileName, symbolOfFileName } from './symbol-file-name.js';

const { candles: tenDays } = parseCandlesCsv(TEN_DAYS_CSV);
const hours = testCandles('1h', 0, 50 * 3_600_000); // 1970: epochs this small would be taken for seconds in a CSV
let folder: TemporaryFolder;

beforeAll(() => {
  folder = temporaryFolder();
});
afterAll(() => folder.remove());

describe('file names of symbols', () => {
  test('lead back to the symbol', () => {
    for (const symbol of ['AAPL', 'BTC/USD', 'X:Y/Z', 'a.b-c_d']) expect(symbolOfFileName(symbolFileName(symbol))).toBe(symbol);
    expect(symbolFileName('BTC/USD:PERP')).toBe('BTC%2FUSD%3APERP');
  });
  test('of what is no symbol are none', () => {
    for (const name of ['', '..', '%2F', 'a%2F..', 'a b', 'x'.repeat(65)]) expect(symbolOfFileName(name)).toBeUndefined();
  });
});

describe('the timeframe a run takes', () => {
  const available = (['1m', '1h', '1d'] as const).map((timeframe) => ({ timeframe }));
  test('is the exact one, else the coarsest that divides it', () => {
    expect(fittingTimeframe(available, '1h')?.timeframe).toBe('1h');
    expect(fittingTimeframe(available, '4h')?.timeframe).toBe('1h');
    expect(fittingTimeframe(available, '1w')?.timeframe).toBe('1d');
    expect(fittingTimeframe(available, '30m')?.timeframe).toBe('1m');
    expect(fittingTimeframe([{ timeframe: '2h' }], '3m')).toBeUndefined();
    expect(fittingTimeframe([{ timeframe: '1d' }], '12h')).toBeUndefined();
  });
});

describe('stored candles', () => {
  test('come back bit for bit', async () => {
    const vwap = tenDays.close.map((value) => value / 3);
    for (const candles of [tenDays, hours, { ...tenDays, vwap }]) {
      expect(dataHash(await candlesOfParquet(candlesParquet(candles)))).toBe(dataHash(candles));
    }
  });
  test('are a version each: the same again makes none, changed ones make another, an old one stays', async () => {
    const home = join(folder.path, 'versions');
    const store = dataSetStore(home);
    const key = { symbol: 'BTC/USD', timeframe: '1d' } as const;
    const first = await store.add(tenDays, key, []);
    expect(first.created).toBe(true);
    expect((await store.add(tenDays, key, [])).created).toBe(false);
    const changed = { ...tenDays, volume: tenDays.volume!.map((value) => value + 1) };
    const second = await store.add(changed, key, []);
    expect(second.dataSet.versions).toEqual([first.dataSet.data_hash, second.dataSet.data_hash]);
    expect(dataHash(await store.candles(second.dataSet))).toBe(dataHash(changed));
    expect(dataHash(await store.candles(first.dataSet))).toBe(dataHash(tenDays));
    const place = join(home, 'datasets', 'BTC%2FUSD', '1d');
    expect(readdirSync(place).sort()).toEqual(
      [`${first.dataSet.data_hash}.parquet`, `${second.dataSet.data_hash}.parquet`, 'data_set.json'].sort(),
    );
    expect((await store.add(tenDays, key, [])).dataSet.versions).toEqual([second.dataSet.data_hash, first.dataSet.data_hash]);
  });
  test('that were changed on disk are refused', async () => {
    const home = join(folder.path, 'damaged');
    const store = dataSetStore(home);
    const { dataSet } = await store.add(tenDays, { symbol: 'ACME', timeframe: '1d' }, []);
    const other = { ...tenDays, volume: tenDays.volume!.map((value) => value * 2) };
    writeFileSync(join(home, 'datasets/ACME/1d', `${dataSet.data_hash}.parquet`), candlesParquet(other));
    await expect(store.candles(dataSet)).rejects.toMatchObject({ code: 'ARTIFACT_DAMAGED' });
  });
});

describe('the candles of a run', () => {
  const wanted = { symbol: 'ACME', timeframe: '1d', dataFile: null, dataDir: null } as const;
  test('are those of the given file, else of the home, else of the data folder', async () => {
    const home = join(folder.path, 'home');
    const dataDir = folder.path;
    const dataFile = folder.write('ACME.csv', TEN_DAYS_CSV);
    const changed = { ...tenDays, volume: tenDays.volume!.map((value) => value + 7) };
    expect(await findCandles({ ...wanted, home, dataDir })).toMatchObject({ source: 'ACME.csv' });
    await dataSetStore(home).add(changed, { symbol: 'ACME', timeframe: '1d' }, []);
    const stored = await findCandles({ ...wanted, home, dataDir });
    expect(stored.source).toBe('data set ACME 1d');
    expect(dataHash(stored.candles!)).toBe(dataHash(changed));
    expect(dataHash((await findCandles({ ...wanted, home, dataDir, dataFile })).candles!)).toBe(dataHash(tenDays));
  });
  test('of a replay are the version that was recorded, though a newer one is there', async () => {
    const home = join(folder.path, 'replay');
    const store = dataSetStore(home);
    const key = { symbol: 'ACME', timeframe: '1d' } as const;
    await store.add(tenDays, key, []);
    await store.add({ ...tenDays, volume: tenDays.volume!.map((value) => value + 7) }, key, []);
    const recorded = { data_hash: dataHash(tenDays), start: '2024-01-01T00:00:00.000Z', end: '2025-01-01T00:00:00.000Z' };
    expect(dataHash((await findCandles({ ...wanted, home, recorded })).candles!)).toBe(dataHash(tenDays));
    const unknown = await findCandles({ ...wanted, home, recorded: { ...recorded, data_hash: '0'.repeat(64) } });
    expect(dataHash(unknown.candles!)).not.toBe(dataHash(tenDays));
  });
  test('that are nowhere are DATA_NOT_FOUND with what to do, those of a coarser timeframe TIMEFRAME_TOO_FINE', async () => {
    const home = join(folder.path, 'none');
    await expect(findCandles({ ...wanted, symbol: 'NO/NE', home })).rejects.toMatchObject({ code: 'DATA_NOT_FOUND' });
    await expect(findCandles({ ...wanted, symbol: 'NO/NE', home })).rejects.toThrow(
      /--data FILE.*data add.*PROJECTA_DATA_DIR.*NO%2FNE\.csv.*TEST/,
    );
    expect(existsSync(home)).toBe(false);
    await dataSetStore(home).add(tenDays, { symbol: 'ACME', timeframe: '1d' }, []);
    await expect(findCandles({ ...wanted, timeframe: '1h', home })).rejects.toMatchObject({ code: 'TIMEFRAME_TOO_FINE' });
  });
  test('of TEST need none, unless the data folder has them', async () => {
    const found = await findCandles({ ...wanted, symbol: 'TEST', home: join(folder.path, 'none') });
    expect(found.candles).toBeUndefined();
  });
  test('in two files of one timeframe are refused', async () => {
    const twice = temporaryFolder();
    twice.write('DUP.csv', TEN_DAYS_CSV);
    twice.write('DUP.tsv', TEN_DAYS_CSV.replaceAll(',', '\t'));
    await expect(findCandles({ ...wanted, symbol: 'DUP', home: twice.path, dataDir: twice.path })).rejects.toThrow(
      /DUP\.csv and DUP\.tsv both hold DUP 1d/,
    );
    twice.remove();
  });
});

describe('a profile', () => {
  test('names span, gaps, flat and volumeless bars and the largest move', () => {
    expect(nativeTimeframe(tenDays)).toBe('1d');
    expect(profileCandles('ACME', tenDays)).toMatchObject({
      bars: 10,
      first: '2024-01-01T00:00:00.000Z',
      last: '2024-01-12T00:00:00.000Z',
      gaps: 1,
      longest_gaps: [{ after: '2024-01-09T00:00:00.000Z', before: '2024-01-12T00:00:00.000Z', missing_bars: 2 }],
      zero_volume_bars: 1,
      flat_bars: 0,
      lowest_low: 99,
      highest_high: 111,
      largest_move: { at: '2024-01-02T00:00:00.000Z', return: 102 / 101 - 1 },
    });
  });
});
