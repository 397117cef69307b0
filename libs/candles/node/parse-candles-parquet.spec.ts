import { describe, expect, test } from '@jest/globals';
import { checkCandles, dataHash, testCandles, type Candles, type CsvOptions } from '@projecta/candles';
import { parquetWriteBuffer, type ColumnSource } from 'hyparquet-writer';
import { parseCandlesBytes } from './parse-candles-bytes.js';

const candles = testCandles('1m', Date.UTC(2024, 0, 1), Date.UTC(2024, 0, 2)) as Required<Omit<Candles, 'vwap'>>;
const prices: ColumnSource[] = (['open', 'high', 'low', 'close'] as const).map((name) => ({ name, data: candles[name], type: 'DOUBLE' }));
const volume: ColumnSource = { name: 'volume', data: candles.volume, type: 'DOUBLE' };
const integers = (perMs: bigint): BigInt64Array => BigInt64Array.from(candles.ts, (ms) => BigInt(ms) * perMs);

const read = (columnData: ColumnSource[], options: CsvOptions = {}, rowGroupSize = 500): ReturnType<typeof parseCandlesBytes> =>
  parseCandlesBytes(new Uint8Array(parquetWriteBuffer({ columnData, rowGroupSize })), { source: 'x.parquet', ...options });

const refusal = async (columns: ColumnSource[], message: string, options: CsvOptions = {}): Promise<void> => {
  await expect(read(columns, options)).rejects.toMatchObject({ code: 'DATA_INVALID', message: expect.stringContaining(message) });
};

describe('parseCandlesParquet', () => {
  test('data_hash does not depend on the file format: INT64 in s, ms, µs, ns, dates, doubles and texts all read the same', async () => {
    const times: ColumnSource[] = [
      { name: 'ts', data: integers(1n), type: 'INT64' },
      { name: 'Timestamp', data: integers(1000n), type: 'INT64' },
      { name: 'open_time', data: integers(1_000_000n), type: 'INT64' },
      { name: 'time', data: BigInt64Array.from(candles.ts, (ms) => BigInt(ms / 1000)), type: 'INT64' },
      { name: 'time', data: Int32Array.from(candles.ts, (ms) => ms / 1000), type: 'INT32' },
      { name: 'date', data: Array.from(candles.ts, (ms) => new Date(ms)), type: 'TIMESTAMP' },
      { name: 'ts', data: candles.ts, type: 'DOUBLE' },
      { name: 'datetime', data: Array.from(candles.ts, (ms) => new Date(ms).toISOString()), type: 'STRING' },
      { name: 'datetime', data: Array.from(candles.ts, (ms) => new Date(ms).toISOString().slice(0, 19).replace('T', ' ')), type: 'STRING' },
    ];
    for (const time of times) {
      const { candles: result, notes } = await read([time, ...prices, volume]);
      expect(dataHash(result)).toBe(dataHash(candles));
      expect(notes).toEqual([]);
    }
  });
  test('more rows or bytes than the caller takes are refused before memory is taken for them', async () => {
    const columnData: ColumnSource[] = [{ name: 'ts', data: integers(1n), type: 'INT64' }, ...prices];
    const bytes = new Uint8Array(parquetWriteBuffer({ columnData }));
    await expect(parseCandlesBytes(bytes, { maxRows: 1439 })).rejects.toMatchObject({ code: 'LIMIT_EXCEEDED' });
    await expect(parseCandlesBytes(bytes, { maxBytes: 10_000 })).rejects.toMatchObject({ code: 'PAYLOAD_TOO_LARGE' });
    await expect(parseCandlesBytes(bytes, { maxRows: 1440, maxBytes: 100_000 })).resolves.toMatchObject({ notes: [] });
  });
  test('timestamps of every unit and dates by logical type', async () => {
    const units = { MILLIS: 1n, MICROS: 1000n, NANOS: 1_000_000n } as const;
    for (const unit of ['MILLIS', 'MICROS', 'NANOS'] as const) {
      const bytes = parquetWriteBuffer({
        columnData: [{ name: 'ts', data: Array.from(integers(units[unit])) }, ...prices.map(({ name, data }) => ({ name, data }))],
        schema: [
          { name: 'root', num_children: 5 },
          { name: 'ts', type: 'INT64', repetition_type: 'REQUIRED', logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit } },
          ...prices.map(({ name }) => ({ name, type: 'DOUBLE' as const, repetition_type: 'REQUIRED' as const })),
        ],
      });
      const { candles: result } = await parseCandlesBytes(new Uint8Array(bytes));
      expect(result.ts).toEqual(candles.ts);
    }
  });
  test('columns in any case, integer volumes, floats; others are named in a note', async () => {
    const float = prices.map(({ name, data }): ColumnSource => ({
      name: name.toUpperCase(),
      data: Float32Array.from(data as Float64Array),
      type: 'FLOAT',
    }));
    const ticks: ColumnSource = { name: 'Vol', data: BigInt64Array.from(candles.volume, (value) => BigInt(value)), type: 'INT64' };
    const symbol: ColumnSource = { name: 'symbol', data: Array.from(candles.ts, () => 'TEST'), type: 'STRING' };
    const { candles: result, notes } = await read([symbol, { name: 'T', data: candles.ts, type: 'DOUBLE' }, ticks, ...float]);
    checkCandles(result, 'floats');
    expect(result.volume).toEqual(candles.volume);
    expect(result.close[5]).toBe(Math.fround(candles.close[5]!));
    expect(notes).toEqual(['Columns not used: "symbol".']);
  });
  test('adj close is left alone, or adjusts', async () => {
    const adj: ColumnSource = { name: 'adj_close', data: candles.close.map((close) => close / 2), type: 'DOUBLE' };
    const columns = [{ name: 'ts', data: candles.ts, type: 'DOUBLE' } as ColumnSource, ...prices, adj];
    expect((await read(columns)).candles.close).toEqual(candles.close);
    const { candles: adjusted, notes } = await read(columns, { adjust: true });
    expect(adjusted.high).toEqual(candles.high.map((high) => high / 2));
    expect(notes[0]).toContain('uses later information');
    await refusal(columns.slice(0, -1), 'there is no adj close column to adjust by', { adjust: true });
    await refusal(
      [...columns.slice(0, -1), { ...adj, data: new Float64Array(1440) }],
      'row 1, column adj_close: 0 is not a finite price above 0.',
      { adjust: true },
    );
  });
  test('what breaks a rule or cannot be read is refused with row, column and value', async () => {
    const ts: ColumnSource = { name: 'ts', data: candles.ts, type: 'DOUBLE' };
    const nulls = (at: number): ColumnSource => ({
      name: 'close',
      data: Array.from(candles.close, (price, t) => (t === at ? null : price)),
      type: 'DOUBLE',
      nullable: true,
    });
    await refusal([ts, ...prices.slice(0, 3), nulls(700)], 'x.parquet: row 701, column close: null is not a number.');
    await refusal(
      [ts, ...prices.slice(0, 3), { name: 'close', data: Array.from(candles.close, String), type: 'STRING' }],
      'row 1, column close: "698.61" is not a number. (and 1439 more problems)',
    );
    await refusal(
      [ts, ...prices, { name: 'volume', data: candles.volume.map((v, t) => (t === 3 ? -v : v)), type: 'DOUBLE' }],
      'x.parquet: row 4, column volume: -',
    );
    await refusal([{ ...ts, data: candles.ts.map((ms) => -ms) }, ...prices], 'x.parquet: row 2, column ts: -1704067260000');
    await refusal(
      [{ name: 'ts', data: integers(1_000_000n).map((ns) => ns + 1n), type: 'INT64' }, ...prices],
      'row 1, column ts: 1704067200000000001n is not a whole number of milliseconds.',
    );
    await refusal(
      [{ name: 'ts', data: Array.from(candles.ts, () => 'soon'), type: 'STRING' }, ...prices],
      'row 1, column ts: "soon" is not a time.',
    );
    await refusal([ts, ...prices.slice(1)], 'x.parquet: no column for open. The header has "ts", "high"');
    await refusal(
      [{ name: 'date', data: candles.ts, type: 'DOUBLE' }, { name: 'time', data: candles.ts, type: 'DOUBLE' }, ...prices],
      'date and time are two columns',
    );
    await refusal([{ ...ts, data: [] }, ...prices.map((one) => ({ ...one, data: [] }))], 'there is no bar');
  });
  test('a damaged file is DATA_INVALID, wherever it is cut or changed', async () => {
    const whole = new Uint8Array(
      parquetWriteBuffer({ columnData: [{ name: 'ts', data: candles.ts, type: 'DOUBLE' }, ...prices], rowGroupSize: 500 }),
    );
    for (const length of [4, 12, 1000, whole.length - 9, whole.length - 1]) {
      await expect(parseCandlesBytes(whole.slice(0, length), { source: 'cut.parquet' })).rejects.toMatchObject({
        code: 'DATA_INVALID',
        message: expect.stringContaining('cut.parquet: '),
      });
    }
    const outcomes = new Set<string>();
    for (let i = 4; i < whole.length; i += 331) {
      const changed = whole.slice();
      changed[i] = changed[i]! ^ 0x5a;
      const outcome = await parseCandlesBytes(changed).then(
        () => 'read',
        (error: { code?: string }) => error.code ?? String(error),
      );
      outcomes.add(outcome);
    }
    expect([...outcomes].filter((one) => one !== 'read' && one !== 'DATA_INVALID')).toEqual([]);
  });
});
