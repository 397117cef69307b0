import type { DataSet } from '@projecta/home';
import type { Terminal } from '../terminal.js';
import { formatNumber } from './format-number.js';
import { instant } from './run-table.js';

/** Names and values, one a line. */
export function facts(rows: readonly (readonly [string, string])[], { color }: Pick<Terminal, 'color'>): string {
  const width = Math.max(...rows.map(([name]) => name.length)) + 2;
  return rows.map(([name, value]) => color.dim(name.padEnd(width)) + value).join('\n');
}

/** A data set's facts, one a line. */
export function dataSetFacts({ bars, first, last, gaps, columns, data_hash }: DataSet, page: Pick<Terminal, 'color'>): string {
  const rows = [
    ['bars', formatNumber(bars, 0)],
    ['first', instant(first)],
    ['last', instant(last)],
    ['gaps', formatNumber(gaps, 0)],
    ['columns', columns.join(', ')],
    ['data_hash', data_hash],
  ] as const;
  return facts(rows, page);
}
