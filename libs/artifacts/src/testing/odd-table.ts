import { flagColumn, nullableColumn, numberColumn, textColumn, timeColumn } from '../table-columns.js';
import type { Table } from '../table.js';

const WEIRD = [NaN, -0, 0, Infinity, -Infinity, 5e-324, 1.7976931348623157e308, 0.1];
const TEXTS = ['signal', 'say "no", twice\r\n', 'gewöhnlich', '取引 😀', ''];

/** A table with all that is hard to keep: signed zeros, NaN, infinities, subnormals, nulls, long runs, every kind of time axis and of text. */
export function oddTable(rows: number): Table {
  const numbers = (valueAt: (row: number) => number): Float64Array => Float64Array.from({ length: rows }, (_, row) => valueAt(row));
  const list = <T>(valueAt: (row: number) => T): T[] => Array.from({ length: rows }, (_, row) => valueAt(row));
  const columns = [
    timeColumn(
      'even',
      numbers((row) => 1_700_000_000_000 + row * 60_000),
    ),
    timeColumn(
      'gaps',
      numbers((row) => row * row * 1_009 + (row % 13)),
    ),
    timeColumn(
      'wide',
      numbers((row) => (row > 100 ? 9_007_199_254_740_991 - rows + row : row)),
    ),
    timeColumn(
      'early',
      numbers((row) => -8_000_000_000_000_000 + row * 1e11),
    ),
    timeColumn(
      'unordered',
      numbers((row) => ((row * 7_919) % 1_013) * 1e12 - 5e14),
    ),
    timeColumn(
      'extremes',
      numbers((row) => (row % 2 === 0 ? -9_007_199_254_740_991 : 9_007_199_254_740_991)),
    ),
    numberColumn(
      'noise',
      numbers((row) => ((row * 48_271) % 65_537) / 3 - 1e4),
    ),
    numberColumn(
      'runs',
      numbers((row) => WEIRD[Math.floor(row / 100) % WEIRD.length]!),
    ),
    numberColumn(
      'constant',
      numbers(() => 7),
    ),
    numberColumn(
      'weird',
      numbers((row) => WEIRD[row % WEIRD.length]!),
    ),
    nullableColumn(
      'maybe',
      list((row) => (row % 3 === 0 ? null : row / 7)),
    ),
    nullableColumn(
      'mostly',
      list((row) => (row > 1_000 && row < 1_500 ? null : -row)),
    ),
    nullableColumn(
      'never',
      list(() => null),
    ),
    flagColumn(
      'flag',
      list((row) => row % 5 === 0),
    ),
    textColumn(
      'text',
      list((row) => TEXTS[(row * row) % TEXTS.length]!),
    ),
    textColumn(
      'one',
      list(() => 'x'),
    ),
    textColumn(
      'many.distinct',
      list((row) => `n${row}`),
    ),
  ];
  return { name: 'odd', columns, rows };
}
