import type { Table, TableColumn } from '../table.js';
import { decimal } from './decimal.js';

const PIECE_ROWS = 8192;

/** A table as a JSON array of row objects, a row a line, piece by piece: times in epoch ms, all digits of a number, null where a value is null or not finite. */
export function* tableJson({ columns, rows }: Table): Generator<string> {
  const members = columns.map((column) => ({ key: `${JSON.stringify(column.name)}:`, value: valueOf(column) }));
  yield rows === 0 ? '[]\n' : '[\n';
  for (let start = 0; start < rows; start += PIECE_ROWS) {
    const end = Math.min(start + PIECE_ROWS, rows);
    let piece = '';
    for (let row = start; row < end; row++) {
      for (let i = 0; i < members.length; i++) piece += (i > 0 ? ',' : '{') + members[i]!.key + members[i]!.value(row);
      piece += row + 1 < rows ? '},\n' : '}\n]\n';
    }
    yield piece;
  }
}

function valueOf(column: TableColumn): (row: number) => string {
  if (column.kind === 'time') return (row) => String(column.values[row]);
  if (column.kind === 'flag') return (row) => (column.values[row] === 1 ? 'true' : 'false');
  if (column.kind === 'number') return (row) => (exists(column.values[row]!, column.valid?.[row]) ? decimal(column.values[row]!) : 'null');
  const texts = column.texts.map((text) => JSON.stringify(text));
  return (row) => texts[column.codes[row]!]!;
}

function exists(value: number, valid = 1): boolean {
  return valid === 1 && Number.isFinite(value);
}
