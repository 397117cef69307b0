import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Candles, dataHash, nativeTimeframe, parseCandlesCsv, testCandles } from '@projecta/candles';
import { writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Home } from '../open-home.js';
import { TEN_DAYS_CSV } from '../testing/samples.js';
import { temporaryHome, type TemporaryHome } from '../testing/temporary-home.js';
import { candlesOfParquet, candlesParquet } from './candles-table.js';
import { readVersion, stageDataSet, type StoredVersion } from './data-set-files.js';
import { type CandlesWanted, findCandles } from './find-candles.js';
import { fittingTimeframe } from './fitting-timeframe.js';
import { profileCandles } from './profile-candles.js';
import { symbolFileName, symbolOfFileName } from './symbol-file-name.js';

const { candles: tenDays } = parseCandlesCsv(TEN_DAYS_CSV);
const hours = testCandles('1h', 0, 50 * 3_600_000); // 1970: epochs this small would be taken for seconds in a CSV
const busier = { ...tenDays, volume: tenDays.volume!.map((value) => value + 7) };
let place: TemporaryHome;
let home: Home;

beforeAll(async () => {
  place = await temporaryHome();
  home = place.home;
});
afterAll(() => place.drop());

/** Stores candles as a symbol's daily data set; answers all its versions. */
async function stored(symbol: string, ...versions: Candles[]): Promise<StoredVersion[]> {
  for (const candles of versions) {
    const staged = await stageDataSet(candles, { symbol, timeframe: '1d', notes: [] }, { home: home.folder, owner: home.owner });
    await home.dataSets.put(staged);
  }
  return home.dataSets.versions(symbol);
}

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
  test('that were changed on disk, or are gone, are refused', async () => {
    const [version] = await stored('DAMAGED', tenDays);
    expect(dataHash(await readVersion(version!))).toBe(dataHash(tenDays));
    writeFileSync(version!.path, candlesParquet(busier));
    await expect(readVersion(version!)).rejects.toMatchObject({ code: 'ARTIFACT_DAMAGED' });
    await expect(readVersion({ ...version!, path: `${version!.path}x` })).rejects.toThrow(/Add the data set again/);
  });
});

describe('the candles of a run', () => {
  const wanted: CandlesWanted = { symbol: 'ACME', timeframe: '1d', dataFile: null, stored: [], dataDir: null };
  const recorded = { data_hash: dataHash(tenDays), start: '2024-01-01T00:00:00.000Z', end: '2025-01-01T00:00:00.000Z' };
  test('are those of the given file, else of the home, else of the data folder', async () => {
    const dataFile = place.write('ACME.csv', TEN_DAYS_CSV);
    const dataDir = dirname(dataFile);
    expect(await findCandles({ ...wanted, dataDir })).toMatchObject({ source: 'ACME.csv', dataset_id: null });
    const versions = await stored('ACME', busier);
    const found = await findCandles({ ...wanted, stored: versions, dataDir });
    expect(found).toMatchObject({ source: 'data set ACME 1d', dataset_id: versions[0]!.dataset_id });
    expect(dataHash(found.candles!)).toBe(dataHash(busier));
    expect(dataHash((await findCandles({ ...wanted, stored: versions, dataDir, dataFile })).candles!)).toBe(dataHash(tenDays));
  });
  test('of what was identified before are the version whose slice has that hash, though another one is current', async () => {
    const [old] = (await stored('OLD', tenDays)) as [StoredVersion];
    const versions = [{ ...old, current: false }, ...(await stored('TWICE', busier))];
    const of = async (more: Partial<CandlesWanted>) => findCandles({ ...wanted, symbol: 'TWICE', stored: versions, ...more });
    expect(dataHash((await of({})).candles!)).toBe(dataHash(busier));
    expect(dataHash((await of({ recorded })).candles!)).toBe(dataHash(tenDays));
    expect(await of({ recorded })).toMatchObject({ dataset_id: old.dataset_id });
    expect(dataHash((await of({ recorded: { ...recorded, data_hash: '0'.repeat(64) } })).candles!)).toBe(dataHash(busier));
  });
  test('are found among versions of which one is damaged or has no such slice; where none fits the damage is told', async () => {
    const [good] = (await stored('SOUND', tenDays)) as [StoredVersion];
    const gone = { ...good, path: `${good.path}x` };
    const elsewhere = { ...recorded, start: '2030-01-01T00:00:00.000Z', end: '2031-01-01T00:00:00.000Z' };
    expect(dataHash((await findCandles({ ...wanted, stored: [good, gone], recorded })).candles!)).toBe(dataHash(tenDays));
    expect(dataHash((await findCandles({ ...wanted, stored: [good], recorded: elsewhere })).candles!)).toBe(dataHash(tenDays));
    const unknown = { ...recorded, data_hash: '0'.repeat(64) };
    await expect(findCandles({ ...wanted, stored: [good, gone], recorded: unknown })).rejects.toMatchObject({ code: 'ARTIFACT_DAMAGED' });
  });
  test('that are nowhere are DATA_NOT_FOUND with what to do, those of a coarser timeframe TIMEFRAME_TOO_FINE', async () => {
    const missing = findCandles({ ...wanted, symbol: 'NO/NE' });
    await expect(missing).rejects.toMatchObject({ code: 'DATA_NOT_FOUND', errors: [{ path: '/symbol' }] });
    await expect(missing).rejects.toThrow(/data add.*--data FILE.*PROJECTA_DATA_DIR.*NO%2FNE\.csv.*TEST/);
    const versions = await stored('DAILY', tenDays);
    await expect(findCandles({ ...wanted, timeframe: '1h', stored: versions })).rejects.toMatchObject({ code: 'TIMEFRAME_TOO_FINE' });
  });
  test('of TEST need none', async () => {
    expect((await findCandles({ ...wanted, symbol: 'TEST' })).candles).toBeUndefined();
  });
  test('in two files of one timeframe are refused', async () => {
    const dataDir = dirname(place.write('DUP.csv', TEN_DAYS_CSV));
    place.write('DUP.tsv', TEN_DAYS_CSV.replaceAll(',', '\t'));
    await expect(findCandles({ ...wanted, symbol: 'DUP', dataDir })).rejects.toThrow(/DUP\.csv and DUP\.tsv both hold DUP 1d/);
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
