import { describe, expect, test } from '@jest/globals';
import { numberColumn, parquetBytes, type Table, textColumn, timeColumn } from '@projecta/artifacts';
import { firstDifference } from './first-difference.js';

const table = (equity: number[], reason = ['signal', 'end', 'end']): Table => ({
  name: 'equity',
  rows: equity.length,
  columns: [
    timeColumn(
      'ts',
      Float64Array.from(equity, (_, i) => Date.UTC(2024, 0, 1, i)),
    ),
    numberColumn('equity', Float64Array.from(equity)),
    textColumn('reason', reason.slice(0, equity.length)),
  ],
});
const parquet = (computed: Table, served: Table) =>
  firstDifference('equity.parquet', { computed: parquetBytes(computed), served: parquetBytes(served) });
const text = (name: string, computed: string, served: string) =>
  firstDifference(name, { computed: new TextEncoder().encode(computed), served: new TextEncoder().encode(served) });

describe('the first difference', () => {
  test('of tables is a row, its bar and its column', async () => {
    expect(await parquet(table([1, 2, 3]), table([1, 2.5, 9]))).toBe(
      'First in row 1 (2024-01-01 01:00): equity is 2 as computed, 2.5 as served.',
    );
    expect(await parquet(table([1, 2, 3]), table([1, 2, 3], ['signal', 'time', 'end']))).toContain(
      'reason is end as computed, time as served',
    );
  });
  test('of tables of other lengths is the length', async () => {
    expect(await parquet(table([1, 2, 3]), table([1, 2]))).toBe('The computed table has 3 rows, the served one 2.');
  });
  test('of zeros is their sign', async () => {
    expect(await parquet(table([0]), table([-0]))).toContain('First in row 0');
  });
  test('of JSON is a place in it', async () => {
    expect(await text('summary.json', '{"a":{"b":1},"c":2}', '{"a":{"b":1.5},"c":3}')).toBe('First at /a/b: 1 as computed, 1.5 as served.');
    expect(await text('summary.json', '{"a":1}', '{}')).toBe('First at /a: 1 as computed, absent as served.');
  });
  test('of texts is a line', async () => {
    expect(await text('equity.svg', 'a\nb\nc', 'a\nx\nc')).toBe('First in line 2 of 3 as computed, 3 as served.');
    expect(await text('equity.svg', 'a', 'a\nb')).toBe('First in line 2 of 1 as computed, 2 as served.');
  });
  test('of what cannot be read is a byte', async () => {
    expect(await text('summary.json', '{"a":1}', '{"a":')).toBe('First at byte 5: the served file cannot be read.');
  });
});
