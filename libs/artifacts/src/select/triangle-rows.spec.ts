import { describe, expect, test } from '@jest/globals';
import { readVectors } from '@projecta/testing';
import { triangleRows } from './triangle-rows.js';

/** The series of write_triangle_rows.py. */
function series(rows: number): { readonly x: Float64Array; readonly y: Float64Array } {
  const x = Float64Array.from({ length: rows }, (_, row) => 1_700_000_000_000 + row * 60_000 + ((row * row) % 977) * 7).sort();
  const y = Float64Array.from({ length: rows }, (_, row) => ((row * 48_271) % 65_537) / 3 + ((row * row) % 10_007) * 2);
  return { x, y };
}

const line = (length: number): Float64Array => Float64Array.from({ length }, (_, row) => row);

describe('triangleRows', () => {
  test('are those that another implementation of the paper chooses', () => {
    const cases = readVectors<{ rows: number; count: number; chosen: number[] }[]>(import.meta.url, 'triangle-rows.json');
    expect(cases).toHaveLength(5);
    for (const { rows, count, chosen } of cases) {
      const { x, y } = series(rows);
      expect([...triangleRows(x, y, count)]).toEqual(chosen);
    }
  });

  test('are so many as asked for, ascending, one a bucket, with the first and the last', () => {
    for (const [rows, count] of [
      [3, 2],
      [10, 3],
      [11, 7],
      [1_000, 999],
      [997, 64],
    ] as const) {
      const { x, y } = series(rows);
      const chosen = [...triangleRows(x, y, count)];
      expect(chosen).toHaveLength(count);
      expect(chosen).toEqual([...new Set(chosen)].sort((a, b) => a - b));
      expect([chosen[0], chosen.at(-1)]).toEqual([0, rows - 1]);
    }
  });

  test('keep a single spike, wherever it stands', () => {
    for (const spike of [1, 2, 57, 500, 997, 998]) {
      const y = new Float64Array(1_000);
      y[spike] = 100;
      expect([...triangleRows(line(1_000), y, 20)]).toContain(spike);
    }
  });

  test('pass over values that are not finite, and keep a hole as a hole', () => {
    const y = Float64Array.from({ length: 100 }, (_, row) => (row < 50 ? NaN : row % 7));
    y[60] = Infinity;
    const chosen = [...triangleRows(line(100), y, 22)];
    expect(chosen.filter((row) => row > 0 && row < 45).every((row) => Number.isNaN(y[row]!))).toBe(true);
    expect(chosen.filter((row) => row >= 55).every((row) => Number.isFinite(y[row]!))).toBe(true);
    expect([...triangleRows(line(100), y.fill(NaN), 22)]).toHaveLength(22);
  });
});
