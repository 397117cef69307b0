import { describe, expect, test } from '@jest/globals';
import { flagColumn, formatTable, nullableColumn, numberColumn, type Table, textColumn, timeColumn } from '@projecta/artifacts';
import { arrowTable } from './arrow-table.js';

const ODD = [0.1, -0, 5e-324, Number.MAX_VALUE, -1 / 3];
const TABLE: Table = {
  name: 'odd',
  rows: 5,
  columns: [
    timeColumn('ts', Float64Array.of(-1, 0, 1_704_067_200_000, 2 ** 53 - 1, -(2 ** 40))),
    numberColumn('value', Float64Array.from(ODD)),
    nullableColumn('gap', [1, null, 3, null, 5]),
    textColumn('reason', ['signal', '', 'stop_loss', 'signal', 'über €']),
    flagColumn('ambiguous', [true, false, false, true, true]),
  ],
};

const file = (table: Table): ArrayBuffer => formatTable(table, 'arrow').slice().buffer as ArrayBuffer;

describe('an Arrow file of the service', () => {
  const read = arrowTable(file(TABLE));
  test('has its names and rows', () => {
    expect([read.rows, read.names]).toEqual([5, ['ts', 'value', 'gap', 'reason', 'ambiguous']]);
  });
  test('gives numbers bit for bit', () => {
    expect(Array.from(read.numbers('value'), (value, i) => Object.is(value, ODD[i]))).toEqual([true, true, true, true, true]);
    expect(Array.from(read.numbers('ts'))).toEqual([-1, 0, 1_704_067_200_000, 2 ** 53 - 1, -(2 ** 40)]);
  });
  test('gives null as NaN', () => {
    expect(Array.from(read.numbers('gap'))).toEqual([1, NaN, 3, NaN, 5]);
  });
  test('gives texts and flags', () => {
    expect(read.texts('reason')).toEqual(['signal', '', 'stop_loss', 'signal', 'über €']);
    expect(read.flags('ambiguous')).toEqual([true, false, false, true, true]);
  });
  test('gives rows', () => {
    expect(read.objects()[1]).toEqual({ ts: 0, value: -0, gap: null, reason: '', ambiguous: false });
  });
  test('names the columns there are where one is missing', () => {
    expect(() => read.numbers('close')).toThrow('no column close; it has ts, value');
  });
  test('may have no rows', () => {
    const empty = arrowTable(file({ name: 'none', rows: 0, columns: [numberColumn('x', new Float64Array(0)), textColumn('y', [])] }));
    expect([empty.rows, empty.numbers('x').length, empty.texts('y')]).toEqual([0, 0, []]);
  });
});

test('other bytes are refused', () => {
  expect(() => arrowTable(new TextEncoder().encode('{"a": "JSON, no Arrow at all"}').buffer as ArrayBuffer)).toThrow('no Arrow file');
});
