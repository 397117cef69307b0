import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { columnPage, columnsJson } from './column-page.js';

const columns = (ts: readonly number[]) => ({ ts: Float64Array.from(ts), x: Float64Array.from(ts, (one) => -one) });

describe('columnPage', () => {
  test('pages follow each other without a gap or a double', () => {
    const times = fc.uniqueArray(fc.integer({ min: 0, max: 1000 }), { maxLength: 60 }).map((list) => list.sort((a, b) => a - b));
    fc.assert(
      fc.property(times, fc.integer({ min: 1, max: 20 }), (ts, limit) => {
        const seen: number[] = [];
        for (let after: number | null = null; ;) {
          const { columns: rows, next } = columnPage(columns(ts), { after, limit });
          expect(rows['ts']!.length).toBeLessThanOrEqual(limit);
          expect(Array.from(rows['x']!)).toEqual(Array.from(rows['ts']!, (one) => -one));
          seen.push(...rows['ts']!);
          if (next === null) break;
          after = next;
        }
        expect(seen).toEqual(ts);
      }),
    );
  });

  test('begins with the first row at or after a time that no row has', () => {
    expect(columnPage(columns([10, 20, 30]), { after: 11, limit: 1 })).toEqual({ columns: columns([20]), next: 30 });
  });
});

test('columnsJson is the columns, NaN as null', () => {
  expect(JSON.parse(columnsJson({ 'a"b': Float64Array.of(1.5, NaN), ts: Float64Array.of(0) }))).toEqual({ 'a"b': [1.5, null], ts: [0] });
});
