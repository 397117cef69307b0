import { describe, expect, test } from '@jest/globals';
import { ProjectaError } from '@projecta/errors';
import { formatTable } from '../formats/format-table.js';
import { parquetBytes } from '../parquet/parquet-bytes.js';
import { tableFromParquet } from '../parquet/table-from-parquet.js';
import { nullableColumn, numberColumn, textColumn, timeColumn } from '../table-columns.js';
import type { Table } from '../table.js';
import { oddTable } from '../testing/odd-table.js';
import { selectTable, type TableSelection } from './select-table.js';

const ROWS = 1_000;
const numbers = (valueAt: (row: number) => number): Float64Array => Float64Array.from({ length: ROWS }, (_, row) => valueAt(row));

const prices: Table = {
  name: 'prices',
  rows: ROWS,
  columns: [
    timeColumn(
      'ts',
      numbers((row) => row * 60_000),
    ),
    numberColumn(
      'close',
      numbers((row) => 100 + ((row * 37) % 101)),
    ),
    numberColumn(
      'high',
      numbers((row) => 200 + ((row * 53) % 103)),
    ),
    numberColumn(
      'low',
      numbers((row) => 50 - ((row * 71) % 47)),
    ),
  ],
};

function values(table: Table, name: string): number[] {
  const column = table.columns.find((one) => one.name === name);
  return column?.kind === 'time' || column?.kind === 'number' ? [...column.values] : [];
}

function refusalOf(selection: TableSelection): ProjectaError {
  try {
    selectTable(prices, selection);
  } catch (error) {
    if (error instanceof ProjectaError) return error;
  }
  throw new Error('It was not refused.');
}

describe('selectTable', () => {
  test('of nothing is the table', () => {
    expect(selectTable(prices, {})).toEqual(prices);
    expect(selectTable(prices, { limit: ROWS, downsample: ROWS })).toEqual(prices);
  });

  test('takes columns in the order wanted', () => {
    expect(selectTable(prices, { columns: ['low', 'ts'] }).columns).toEqual([prices.columns[3], prices.columns[0]]);
  });

  test('takes the last rows of a limit', () => {
    expect(values(selectTable(prices, { limit: 3 }), 'ts')).toEqual([997, 998, 999].map((row) => row * 60_000));
  });

  test('of every kind of column is whole rows: what a file of it says is what the rows say', async () => {
    const table = oddTable(2_000);
    const rows = formatTable(table, 'csv').split('\n'); // texts with line ends are split alike on both sides
    const kept = selectTable(table, { limit: 1 });
    expect(rows.slice(-2)).toEqual(formatTable(kept, 'csv').split('\n').slice(-2));
    const some = selectTable(table, { limit: 700, downsample: 90, columns: ['noise', 'maybe', 'flag', 'text', 'many.distinct', 'even'] });
    const again = await tableFromParquet(parquetBytes(some));
    expect({ ...again, columns: again.columns.map((column) => column.name) }).toEqual({
      ...some,
      columns: some.columns.map((column) => column.name),
    });
    expect(formatTable(again, 'json')).toBe(formatTable(some, 'json'));
  });

  test('thins one column of numbers by largest triangles over the table’s own times, asked for or not', () => {
    const thin = selectTable(prices, { columns: ['ts', 'close'], downsample: 50 });
    expect(thin.rows).toBe(50);
    expect(values(selectTable(prices, { columns: ['close'], downsample: 50 }), 'close')).toEqual(values(thin, 'close'));
    const ts = values(thin, 'ts');
    expect(ts).toEqual([...new Set(ts)].sort((a, b) => a - b));
    expect([ts[0], ts.at(-1)]).toEqual([0, 999 * 60_000]);
  });

  test('keeps the lowest low and the highest high of every bucket of candles', () => {
    const thin = selectTable(prices, { downsample: 102 });
    expect(thin.rows).toBeLessThanOrEqual(102);
    const kept = new Set(values(thin, 'ts').map((ts) => ts / 60_000));
    const [low, high] = [values(prices, 'low'), values(prices, 'high')];
    for (let bucket = 0; bucket < 50; bucket++) {
      const rows = Array.from({ length: ROWS }, (_, row) => row).filter(
        (row) => row >= 1 + Math.floor((bucket * 998) / 50) && row < 1 + Math.floor(((bucket + 1) * 998) / 50),
      );
      const least = Math.min(...rows.map((row) => low[row]!));
      const most = Math.max(...rows.map((row) => high[row]!));
      expect(rows.some((row) => kept.has(row) && low[row] === least)).toBe(true);
      expect(rows.some((row) => kept.has(row) && high[row] === most)).toBe(true);
    }
  });

  test('keeps the extremes of every one of several columns, the first and the last row, within the count', () => {
    const { columns, rows } = oddTable(2_000);
    const table = { name: 'some', rows, columns: columns.filter(({ name }) => ['noise', 'mostly', 'runs', 'constant'].includes(name)) };
    for (const downsample of [2, 3, 5, 17, 400]) {
      const thin = selectTable(table, { downsample });
      expect(thin.rows).toBeLessThanOrEqual(downsample);
      for (const name of ['noise', 'mostly']) {
        const [first, last] = [values(table, name)[0], values(table, name).at(-1)];
        expect([values(thin, name)[0], values(thin, name).at(-1)]).toEqual([first, last]);
      }
    }
    const thin = selectTable(table, { downsample: 400 });
    expect(Math.max(...values(thin, 'noise'))).toBe(Math.max(...values(table, 'noise')));
    expect(Math.min(...values(thin, 'noise'))).toBe(Math.min(...values(table, 'noise')));
  });

  test('takes no null for a value, and evenly spaced rows where there are no numbers', () => {
    const table: Table = {
      name: 'holes',
      rows: ROWS,
      columns: [nullableColumn('a', [null, ...Array.from({ length: ROWS - 1 }, (_, i) => (i % 3 === 0 ? null : 5 + (i % 11)))])],
    };
    const thin = selectTable(table, { downsample: 30 }).columns[0]!;
    expect(thin.kind === 'number' && [...thin.valid!].slice(1).every((valid) => valid === 1)).toBe(true);
    const texts = {
      name: 'texts',
      rows: 101,
      columns: [
        textColumn(
          'row',
          Array.from({ length: 101 }, (_, row) => String(row)),
        ),
      ],
    };
    expect(formatTable(selectTable(texts, { downsample: 5 }), 'csv')).toBe('row\n0\n25\n50\n75\n100\n');
  });

  test('refuses columns that are not there and numbers out of range, all at once', () => {
    const { code, errors } = refusalOf({ columns: ['closse', 'ts', 'x'], limit: 0, downsample: 1.5 });
    expect(code).toBe('VALIDATION_FAILED');
    expect(errors.map((error) => [error.path, error.code])).toEqual([
      ['/limit', 'OUT_OF_RANGE'],
      ['/downsample', 'OUT_OF_RANGE'],
      ['/columns', 'NOT_ALLOWED'],
      ['/columns', 'NOT_ALLOWED'],
    ]);
    expect(errors[2]!.message).toBe('prices has no column "closse". Did you mean "close"? It has ts, close, high, low.');
    expect(errors[2]!.allowed).toEqual(['ts', 'close', 'high', 'low']);
  });
});
