import type { ColumnChunk, ParquetType } from 'hyparquet';
import type { Writer } from 'hyparquet-writer';
import { writePageHeader } from 'hyparquet-writer/src/datapage.js';
import type { TableColumn } from '../table.js';
import { columnPages } from './column-pages.js';

export const PARQUET_TYPE: Readonly<Record<TableColumn['kind'], ParquetType>> = {
  time: 'INT64',
  number: 'DOUBLE',
  flag: 'BOOLEAN',
  text: 'BYTE_ARRAY',
};

/** Writes rows [start, end) of a column as one column chunk, uncompressed, and returns its entry for the footer. */
export function writeChunk(writer: Writer, column: TableColumn, [start, end]: readonly [number, number]): ColumnChunk {
  const { encoding, body, levels, nulls, dictionary, span } = columnPages(column, start, end);
  const rows = end - start;
  const chunkStart = writer.offset;
  if (dictionary) {
    const size = dictionary.body.length;
    writePageHeader(writer, {
      type: 'DICTIONARY_PAGE',
      uncompressed_page_size: size,
      compressed_page_size: size,
      dictionary_page_header: { num_values: dictionary.count, encoding: 'PLAIN' },
    });
    writer.appendBytes(dictionary.body);
  }
  const pageStart = writer.offset;
  const size = levels.length + body.length;
  writePageHeader(writer, {
    type: 'DATA_PAGE_V2',
    uncompressed_page_size: size,
    compressed_page_size: size,
    data_page_header_v2: {
      num_values: rows,
      num_nulls: nulls,
      num_rows: rows,
      encoding,
      definition_levels_byte_length: levels.length,
      repetition_levels_byte_length: 0,
      is_compressed: false,
    },
  });
  writer.appendBytes(levels);
  writer.appendBytes(body);
  const length = BigInt(writer.offset - chunkStart);
  return {
    file_offset: BigInt(chunkStart),
    meta_data: {
      type: PARQUET_TYPE[column.kind],
      encodings: dictionary ? ['PLAIN', encoding] : [encoding],
      path_in_schema: [column.name],
      codec: 'UNCOMPRESSED',
      num_values: BigInt(rows),
      total_compressed_size: length,
      total_uncompressed_size: length,
      data_page_offset: BigInt(pageStart),
      ...(dictionary && { dictionary_page_offset: BigInt(chunkStart) }),
      ...(span && { statistics: { ...span, null_count: 0n } }),
    },
  };
}
