import type { Table, TableColumn } from '../table.js';
import { decimal } from './decimal.js';

const PIECE_ROWS = 8192;

/** A table as CSV, piece by piece: a header, LF line ends, RFC 4180 quotes, times in epoch ms, all digits of a number, nothing where a value is null or NaN. */
export function* tableCsv({ columns, rows }: Table): Generator<string> {
  yield `${columns.map(({ name }) => quoted(name)).join(',')}\n`;
  const cells = columns.map(cellOf);
  for (let start = 0; start < rows; start += PIECE_ROWS) {
    const end = Math.min(start + PIECE_ROWS, rows);
    let piece = '';
    for (let row = start; row < end; row++) {
      for (let i = 0; i < cells.length; i++) piece += (i > 0 ? ',' : '') + cells[i]!(row);
      piece += '\n';
    }
    yield piece;
  }
}

function cellOf(column: TableColumn): (row: number) => string {
  if (column.kind === 'time') return (row) => String(column.values[row]);
  if (column.kind === 'flag') return (row) => (column.values[row] === 1 ? 'true' : 'false');
  if (column.kind === 'number') return (row) => (isMissing(column.values[row]!, column.valid?.[row]) ? '' : decimal(column.values[row]!));
  const texts = column.texts.map(quoted);
  return (row) => texts[column.codes[row]!]!;
}

function isMissing(value: number, valid = 1): boolean {
  return valid === 0 || Number.isNaN(value);
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
