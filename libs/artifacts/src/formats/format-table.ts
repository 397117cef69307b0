import type { Table } from '../table.js';
import { arrowFile } from './arrow-file.js';
import { tableCsv } from './table-csv.js';
import { tableJson } from './table-json.js';

/** What a table can be converted to, with the media type and the file name's ending. */
export const TABLE_FORMATS = {
  csv: { media_type: 'text/csv; charset=utf-8', extension: 'csv' },
  json: { media_type: 'application/json', extension: 'json' },
  arrow: { media_type: 'application/vnd.apache.arrow.file', extension: 'arrow' },
} as const;

export type TableFormat = keyof typeof TABLE_FORMATS;

/**
 * A table as CSV text, JSON text or an Arrow IPC file.
 * A text beyond the engine's longest string (some 500 MB) is a RangeError: `tableCsv` and `tableJson` give such tables piece by piece.
 */
export function formatTable(table: Table, format: 'arrow'): Uint8Array;
export function formatTable(table: Table, format: 'csv' | 'json'): string;
export function formatTable(table: Table, format: TableFormat): string | Uint8Array;
export function formatTable(table: Table, format: TableFormat): string | Uint8Array {
  if (format === 'arrow') return arrowFile(table);
  return [...(format === 'csv' ? tableCsv(table) : tableJson(table))].join('');
}
