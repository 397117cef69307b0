import { describe, expect, test } from '@jest/globals';
import { sha256Hex, utf8 } from '@projecta/hashing';
import { readVectors } from '@projecta/testing';
import { flagColumn, nullableColumn, numberColumn, textColumn, timeColumn } from '../table-columns.js';
import type { Table } from '../table.js';
import { oddTable } from '../testing/odd-table.js';
import { formatTable } from './format-table.js';

const table: Table = {
  name: 'small',
  rows: 3,
  columns: [
    timeColumn('ts', Float64Array.of(1_700_000_000_000, 1_700_000_060_000, 9_007_199_254_740_991)),
    numberColumn('a,b', Float64Array.of(0.1 + 0.2, NaN, -0)),
    nullableColumn('v', [null, 1e300, Infinity]),
    flagColumn('flag', [true, false, true]),
    textColumn('reason', ['end', 'say "no"', 'two\nlines']),
  ],
};

describe('formatTable', () => {
  test('CSV has all digits, epoch ms, quotes where they are needed and nothing where nothing is', () => {
    expect(formatTable(table, 'csv')).toBe(
      'ts,"a,b",v,flag,reason\n' +
        '1700000000000,0.30000000000000004,,true,end\n' +
        '1700000060000,,1e+300,false,"say ""no"""\n' +
        '9007199254740991,-0.0,Infinity,true,"two\nlines"\n',
    );
  });

  test('JSON is an array of rows, null where a value is null or not finite', () => {
    const text = formatTable(table, 'json');
    const rows = JSON.parse(text) as Record<string, unknown>[];
    expect(rows).toEqual([
      { ts: 1_700_000_000_000, 'a,b': 0.30000000000000004, v: null, flag: true, reason: 'end' },
      { ts: 1_700_000_060_000, 'a,b': null, v: 1e300, flag: false, reason: 'say "no"' },
      { ts: 9_007_199_254_740_991, 'a,b': -0, v: null, flag: true, reason: 'two\nlines' },
    ]);
    expect(Object.keys(rows[0]!)).toEqual(['ts', 'a,b', 'v', 'flag', 'reason']);
    expect(text.split('\n')).toHaveLength(6);
  });

  test('without rows there is a header, an empty array', () => {
    const empty = { name: 'none', rows: 0, columns: [textColumn('method', []), nullableColumn('value', [])] };
    expect(formatTable(empty, 'csv')).toBe('method,value\n');
    expect(formatTable(empty, 'json')).toBe('[]\n');
  });

  test.each(['csv', 'json', 'arrow'] as const)('%s is what PyArrow and Python read bit for bit', (format) => {
    const { sha256 } = readVectors<{ sha256: Record<string, string> }>(import.meta.url, 'tables.json');
    for (const rows of [0, 1, 2_000, 20_000]) {
      const content = formatTable(oddTable(rows), format);
      expect(sha256Hex(typeof content === 'string' ? utf8(content) : content)).toBe(sha256[`odd-${rows}.${format}`]);
    }
  });
});
