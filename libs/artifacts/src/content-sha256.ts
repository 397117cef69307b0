import { hashColumns, type Sha256Stream } from '@projecta/hashing';
import type { Table, TableColumn } from './table.js';

/**
 * SHA-256 of what a table says, whatever file format holds it: the encoding of data_hash (`hashColumns`).
 * The tag is the line `projecta-table-1 ` + the header as ASCII JSON `{"name":…,"columns":[{"name":…,"kind":…},…]}` (other characters as \uXXXX);
 * then come n as u64, the byte 0, and float64 columns: times and numbers as they are; flags as 1 and 0;
 * texts as codes by first appearance, with the texts themselves in the header under `texts`;
 * a column with `"nullable":true` as its values (0 where null) and then 1 where there is a value, 0 where null.
 */
export function contentSha256(table: Table, hash?: () => Sha256Stream): string {
  const header = { name: table.name, columns: table.columns.map(describe) };
  const tag = `projecta-table-1 ${asciiJson(header)}`;
  return hashColumns({ tag, length: table.rows, columns: table.columns.flatMap(doubles) }, hash);
}

function describe(column: TableColumn): object {
  const { name, kind } = column;
  if (kind === 'text') return { name, kind, texts: column.texts };
  return kind === 'number' && column.valid ? { name, kind, nullable: true } : { name, kind };
}

function doubles(column: TableColumn): Float64Array[] {
  if (column.kind === 'text') return [Float64Array.from(column.codes)];
  if (column.kind === 'flag') return [Float64Array.from(column.values)];
  return column.kind === 'number' && column.valid ? [column.values, Float64Array.from(column.valid)] : [column.values];
}

function asciiJson(value: object): string {
  return JSON.stringify(value).replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
