import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { dataHash, formatCandlesCsv, nativeTimeframe, selectCandles, testCandles } from '@projecta/candles';
import { sha256Stream } from '@projecta/hashing/node';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { readCandlesFile } from './read-candles-file.js';

const candles = testCandles('1h', Date.UTC(2024, 0, 1), Date.UTC(2024, 0, 11));
const text = formatCandlesCsv(candles);
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'candles-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const file = (name: string, content: string | Uint8Array): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
const refusal = async (path: string, code: string, message: string): Promise<void> => {
  const error: unknown = await readCandlesFile(path).catch((reason: unknown) => reason);
  expect(error).toMatchObject({ code, message: expect.stringContaining(message) });
  expect((error as Error).message).not.toContain(folder);
};

describe('readCandlesFile', () => {
  test('data_hash does not depend on the file format: csv, tsv, txt, gzip, UTF-16', async () => {
    const files = [
      file('a.csv', text),
      file('a.tsv', text.replaceAll(',', '\t')),
      file('a.txt', `\uFEFF${text.replaceAll(',', ';').replaceAll('\n', '\r\n')}`),
      file('a.csv.gz', gzipSync(text)),
      file('utf16.csv', Buffer.from(`\uFEFF${text}`, 'utf16le')),
      file('utf16be.csv', Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()),
    ];
    for (const path of files) {
      const { candles: read, notes } = await readCandlesFile(path);
      expect(dataHash(read)).toBe(dataHash(candles));
      expect(notes).toEqual([]);
    }
  });
  test('F1: the hasher of node:crypto gives the same data_hash', () => expect(dataHash(candles, sha256Stream)).toBe(dataHash(candles)));

  test('a missing file is DATA_NOT_FOUND, named without its folder', async () => {
    await refusal(join(folder, 'none.csv'), 'DATA_NOT_FOUND', 'There is no file "none.csv". Give the path of a CSV or Parquet file.');
    await refusal(join(file('plain.csv', text), 'below.csv'), 'DATA_NOT_FOUND', 'There is no file "below.csv".');
    await refusal(folder, 'DATA_NOT_FOUND', 'is a folder.');
  });
  test('what is no text of candles is DATA_INVALID and says what to do', async () => {
    await refusal(file('bad.csv', text.replace('volume', 'volume\nx')), 'DATA_INVALID', 'bad.csv: line 2: the row has 1 cell');
    await refusal(
      file('latin.csv', Buffer.from('ts,open,high,low,close,währung', 'latin1')),
      'DATA_INVALID',
      'latin.csv: the file is not UTF-8 text.',
    );
    await refusal(file('sheet.xlsx', 'PK\u0003\u0004'), 'DATA_INVALID', 'is a zip archive or a spreadsheet. Save it as CSV.');
    await refusal(file('cut.csv.gz', gzipSync(text).subarray(0, 100)), 'DATA_INVALID', 'cut.csv.gz: the file is damaged');
    await refusal(file('fake.parquet', text), 'DATA_INVALID', 'is not a Parquet file');
    await refusal(file('empty.csv', ''), 'DATA_INVALID', 'empty.csv: the file is empty.');
  });
});

describe('real data', () => {
  const library = import.meta.url.slice(0, import.meta.url.lastIndexOf('/libs/'));
  const inModules = (path: string): string => new URL(`${library}/node_modules/${path}`).pathname;

  test('S&P 500, 2000 to 2020: 5105 daily bars, weekends and holidays are gaps', async () => {
    const { candles: sp500, notes } = await readCandlesFile(inModules('vega-datasets/data/sp500-2000.csv'));
    expect(sp500.ts).toHaveLength(5105);
    expect(nativeTimeframe(sp500)).toBe('1d');
    expect(notes).toEqual(['Column "adjclose" not used: prices are as traded, not adjusted.']);
    const range = { start: Date.UTC(2000, 0, 1), end: Date.UTC(2021, 0, 1) };
    const weekly = selectCandles(sp500, { timeframe: '1w', ...range });
    expect(weekly.candles.ts.length).toBeGreaterThan(1050);
    expect(weekly.gaps).toBe(0);
    expect(selectCandles(sp500, { timeframe: '1d', ...range }).gaps).toBeGreaterThan(1000);
  });
  test('Apple, 2013 to 2018, as traded and adjusted', async () => {
    const path = inModules('@observablehq/sample-datasets/aapl.csv');
    const { candles: traded } = await readCandlesFile(path);
    const { candles: adjusted, notes } = await readCandlesFile(path, { adjust: true });
    expect(traded.ts).toHaveLength(1260);
    expect(notes.at(-1)).toContain('uses later information');
    expect(adjusted.close[0]! / traded.close[0]!).toBeLessThan(0.95);
    expect(adjusted.volume![0]! / traded.volume![0]!).toBeCloseTo(traded.close[0]! / adjusted.close[0]!, 12);
    expect(adjusted.close.at(-1)! / traded.close.at(-1)!).toBeCloseTo(1, 2);
  });
});
