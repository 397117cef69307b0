import { describe, expect, test } from '@jest/globals';
import { sha256Hex } from '@projecta/hashing';
import { sha256Stream } from '@projecta/hashing/node';
import { contentSha256 } from './content-sha256.js';
import { flagColumn, nullableColumn, numberColumn, textColumn, timeColumn } from './table-columns.js';
import type { Table, TableColumn } from './table.js';

const table = (...columns: TableColumn[]): Table => ({ name: 'tëst', rows: 2, columns });
const base = [
  timeColumn('ts', Float64Array.of(1, 2)),
  nullableColumn('v', [null, -0]),
  textColumn('t', ['b', 'a']),
  flagColumn('f', [true, false]),
];

describe('contentSha256', () => {
  test('is the hash of the bytes its docstring says', () => {
    const header =
      'projecta-table-1 {"name":"t\\u00ebst","columns":[{"name":"ts","kind":"time"},{"name":"v","kind":"number","nullable":true},' +
      '{"name":"t","kind":"text","texts":["b","a"]},{"name":"f","kind":"flag"}]}\n';
    const length = [2, 0, 0, 0, 0, 0, 0, 0, 0];
    const doubles = new Uint8Array(Float64Array.of(1, 2, 0, -0, 0, 1, 0, 1, 1, 0).buffer);
    const bytes = Uint8Array.from([...[...header].map((char) => char.charCodeAt(0)), ...length, ...doubles]);
    expect(contentSha256(table(...base))).toBe(sha256Hex(bytes));
    expect(contentSha256(table(...base), sha256Stream)).toBe(sha256Hex(bytes));
  });

  test('changes with every part of the content', () => {
    const others = [
      table(...base.slice(1)),
      table(...base.toReversed()),
      { ...table(...base), name: 'other' },
      table(timeColumn('time', Float64Array.of(1, 2)), ...base.slice(1)),
      table(numberColumn('ts', Float64Array.of(1, 2)), ...base.slice(1)),
      table(base[0]!, nullableColumn('v', [0, -0]), ...base.slice(2)),
      table(base[0]!, nullableColumn('v', [null, 0]), ...base.slice(2)),
      table(base[0]!, nullableColumn('v', [NaN, -0]), ...base.slice(2)),
      table(...base.slice(0, 2), textColumn('t', ['b', 'c']), base[3]!),
      table(...base.slice(0, 2), textColumn('t', ['a', 'b']), base[3]!),
      table(...base.slice(0, 3), flagColumn('f', [true, true])),
    ];
    const hashes = [table(...base), ...others].map((one) => contentSha256(one));
    expect(new Set(hashes).size).toBe(12);
  });
});
