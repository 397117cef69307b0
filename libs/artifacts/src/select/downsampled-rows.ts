import type { NumberColumn, Table } from '../table.js';
import { type Extreme, extremeRows } from './extreme-rows.js';
import { triangleRows } from './triangle-rows.js';

export interface Downsampling {
  /** How many rows there may be: 2 or more, fewer than the table has. */
  readonly count: number;
  /** Where each row lies on the time axis; evenly spaced when left out. */
  readonly times?: Float64Array;
}

/**
 * Rows that draw the same picture as all rows, ascending; the first and the last are always among them.
 * - One column of numbers: largest triangles, exactly `count` rows.
 * - `high` and `low` among the columns: of each bucket of rows the lowest low and the highest high, so that no wick is lost.
 * - Several columns of numbers: of each bucket the least and the greatest of every column. More columns make coarser buckets: ask for
 *   few columns at a time. Where `count` is too small for all, the first columns come first.
 * - None: evenly spaced rows.
 * Times are no numbers here.
 */
export function downsampledRows({ columns, rows }: Table, { count, times }: Downsampling): Uint32Array {
  const numbers = columns.filter((column) => column.kind === 'number');
  if (numbers.length === 0) return Uint32Array.from({ length: count }, (_, i) => Math.floor((i * (rows - 1)) / (count - 1)));
  if (numbers.length > 1) return extremeRows(extremesOf(numbers), { rows, count });
  const x = times ?? Float64Array.from({ length: rows }, (_, row) => row);
  return triangleRows(x, withHoles(numbers[0]!), count);
}

function extremesOf(numbers: readonly NumberColumn[]): Extreme[] {
  const [low, high] = ['low', 'high'].map((name) => numbers.find((column) => column.name === name));
  if (low && high) {
    return [
      { values: withHoles(low), isBetter: (a, b) => a < b },
      { values: withHoles(high), isBetter: (a, b) => a > b },
    ];
  }
  return numbers.map(withHoles).flatMap((values): Extreme[] => [
    { values, isBetter: (a, b) => a < b },
    { values, isBetter: (a, b) => a > b },
  ]);
}

/** The values, NaN where there is none. */
function withHoles({ values, valid }: NumberColumn): Float64Array {
  return valid ? values.map((value, row) => (valid[row] === 1 ? value : NaN)) : values;
}
