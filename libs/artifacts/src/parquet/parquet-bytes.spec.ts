import { describe, expect, test } from '@jest/globals';
import { sha256Hex, utf8 } from '@projecta/hashing';
import { readVectors } from '@projecta/testing';
import fc from 'fast-check';
import { parquetMetadata } from 'hyparquet';
import { flagColumn, nullableColumn, numberColumn, textColumn, timeColumn } from '../table-columns.js';
import type { Table, TableColumn } from '../table.js';
import { oddTable } from '../testing/odd-table.js';
import { parquetBytes } from './parquet-bytes.js';
import { tableFromParquet } from './table-from-parquet.js';

/** Hashes of every column's bits: toEqual would take every NaN for every other, and be slow. */
function bitsOf({ name, rows, columns }: Table): unknown {
  return { name, rows, columns: columns.map((column) => [column.name, column.kind, ...arraysOf(column).map(hashOf)]) };
}

function arraysOf(column: TableColumn): ArrayBufferView[] {
  if (column.kind === 'text') return [column.codes, utf8(JSON.stringify(column.texts))];
  return column.kind === 'number' && column.valid ? [column.values, column.valid] : [column.values];
}

function hashOf({ buffer, byteOffset, byteLength }: ArrayBufferView): string {
  return sha256Hex(new Uint8Array(buffer, byteOffset, byteLength));
}

const metadataOf = (table: Table) => parquetMetadata(parquetBytes(table).slice().buffer);

describe('parquetBytes', () => {
  test.each([0, 1, 2_000, 20_000, 150_000])('an odd table of %d rows comes back bit for bit', async (rows) => {
    const table = oddTable(rows);
    expect(bitsOf(await tableFromParquet(parquetBytes(table)))).toEqual(bitsOf(table));
  });

  test('are the bytes that PyArrow and DuckDB read bit for bit', () => {
    const { sha256 } = readVectors<{ sha256: Record<string, string> }>(import.meta.url, 'tables.json');
    for (const rows of [0, 1, 2_000, 20_000, 150_000]) expect(sha256Hex(parquetBytes(oddTable(rows)))).toBe(sha256[`odd-${rows}.parquet`]);
  });

  test('any table comes back bit for bit, the same bytes every time', async () => {
    const time = fc.maxSafeInteger();
    const number = fc.oneof(fc.double(), fc.constantFrom(NaN, -0, 0, 1), fc.constant(7));
    const row = fc.tuple(time, number, fc.option(number), fc.boolean(), fc.string({ unit: 'grapheme' }));
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 60 }), fc.integer({ min: 1, max: 40 }), async (some, times) => {
        const rows = some.flatMap((one) => Array.from({ length: times }, () => one));
        const table = {
          name: 'any',
          rows: rows.length,
          columns: [
            timeColumn(
              'time',
              Float64Array.from(rows, ([value]) => value),
            ),
            timeColumn('sorted', Float64Array.from(rows, ([value]) => value).sort()),
            numberColumn(
              'a "quoted, name"',
              Float64Array.from(rows, (one) => one[1]),
            ),
            nullableColumn('nullable', rows.map((one) => one[2])), // prettier-ignore
            flagColumn('flag', rows.map((one) => one[3])), // prettier-ignore
            textColumn('text', rows.map((one) => one[4])), // prettier-ignore
          ],
        };
        const bytes = parquetBytes(table);
        expect(bitsOf(await tableFromParquet(bytes))).toEqual(bitsOf(table));
        expect(parquetBytes(table)).toEqual(bytes);
      }),
      { numRuns: 60 },
    );
  });

  test('name the table, the format version and the unit of times', () => {
    expect(metadataOf({ name: 'x', rows: 1, columns: [timeColumn('ts', Float64Array.of(1))] }).key_value_metadata).toEqual([
      { key: 'projecta.table', value: 'x' },
      { key: 'projecta.format_version', value: '1' },
      { key: 'projecta.units', value: '{"ts":"ms"}' },
    ]);
  });

  test('a column of long runs and an even time axis take next to nothing', () => {
    const rows = 100_000;
    const column = numberColumn(
      'position',
      Float64Array.from({ length: rows }, (_, t) => Math.floor(t / 500) % 7),
    );
    expect(parquetBytes({ name: 'x', rows, columns: [column] }).length).toBeLessThan(2_000);
    const ts = timeColumn(
      'ts',
      Float64Array.from({ length: rows }, (_, t) => 1.7e12 + t * 60_000),
    );
    expect(parquetBytes({ name: 'x', rows, columns: [ts] }).length).toBeLessThan(8_000);
  });

  test('time statistics let readers skip row groups', () => {
    const rows = 200_000;
    const ts = timeColumn(
      'ts',
      Float64Array.from({ length: rows }, (_, t) => t * 60_000),
    );
    const spans = metadataOf({ name: 'x', rows, columns: [ts] }).row_groups.map(({ columns }) => columns[0]!.meta_data!.statistics);
    expect(spans).toMatchObject([
      { min_value: 0n, max_value: 131_071n * 60_000n, null_count: 0n },
      { min_value: 131_072n * 60_000n, max_value: 199_999n * 60_000n },
    ]);
  });
});

describe('tableFromParquet', () => {
  test('what is no Parquet file, or a cut one, is ARTIFACT_DAMAGED', async () => {
    const bytes = parquetBytes(oddTable(50));
    for (const bad of [new Uint8Array(0), Uint8Array.of(1, 2, 3), bytes.slice(0, -1), bytes.slice(100)])
      await expect(tableFromParquet(bad)).rejects.toMatchObject({ code: 'ARTIFACT_DAMAGED' });
  });
});
