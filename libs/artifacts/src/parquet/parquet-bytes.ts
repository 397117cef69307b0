import type { KeyValue, SchemaElement } from 'hyparquet';
import { ByteWriter } from 'hyparquet-writer/src/bytewriter.js';
import { ParquetWriter } from 'hyparquet-writer/src/parquet-writer.js';
import { FORMAT_VERSION } from '../format-version.js';
import type { Table, TableColumn } from '../table.js';
import { PARQUET_TYPE, writeChunk } from './write-chunk.js';

/** Rows a row group: a page of doubles is then 1 MB, and readers have groups to share out. */
const GROUP_ROWS = 131_072;

/**
 * A table as a Parquet file, the same bytes every time: times INT64 (unit in the metadata), numbers DOUBLE, flags BOOLEAN, texts UTF8.
 * The library writes header, page headers and footer; the pages are ours, since its own take one call a byte or a value.
 */
export function parquetBytes(table: Table): Uint8Array {
  const writer = new ByteWriter(sizeBound(table));
  const file = new ParquetWriter({ writer, schema: schemaOf(table), kvMetadata: metadataOf(table), createdBy: 'projecta version 1' });
  for (let start = 0; start < table.rows; start += GROUP_ROWS) {
    const end = Math.min(start + GROUP_ROWS, table.rows);
    const groupStart = writer.offset;
    const columns = table.columns.map((column) => writeChunk(writer, column, [start, end]));
    const size = BigInt(writer.offset - groupStart);
    file.num_rows += BigInt(end - start);
    file.row_groups.push({ columns, num_rows: BigInt(end - start), total_byte_size: size, total_compressed_size: size });
  }
  file.finish();
  const bytes = writer.getBytes();
  return bytes.length * 4 < writer.buffer.byteLength ? bytes.slice() : bytes;
}

/** Room for the numbers as plain doubles: memory that is never touched costs nothing, growing costs a copy each time. */
function sizeBound({ columns, rows }: Table): number {
  return 4096 + columns.filter(({ kind }) => kind === 'number').length * rows * 8;
}

function schemaOf({ columns }: Table): SchemaElement[] {
  return [{ name: 'root', num_children: columns.length }, ...columns.map(elementOf)];
}

function elementOf(column: TableColumn): SchemaElement {
  const repetition_type = column.kind === 'number' && column.valid ? 'OPTIONAL' : 'REQUIRED';
  const element: SchemaElement = { name: column.name, type: PARQUET_TYPE[column.kind], repetition_type };
  return column.kind === 'text' ? { ...element, converted_type: 'UTF8' } : element;
}

function metadataOf({ name, columns }: Table): KeyValue[] {
  const units = Object.fromEntries(columns.filter(({ kind }) => kind === 'time').map((column) => [column.name, 'ms']));
  return [
    { key: 'projecta.table', value: name },
    { key: 'projecta.format_version', value: String(FORMAT_VERSION) },
    { key: 'projecta.units', value: JSON.stringify(units) },
  ];
}
