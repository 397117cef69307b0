import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { scatteredCells, tiledCells } from './cell-box.js';
import { nextCell } from './next-cell.js';

const shape = fc.record({ columns: fc.integer({ min: 1, max: 120 }), rows: fc.integer({ min: 1, max: 120 }) });

describe('tiled cells', () => {
  test('are met in the middle of their boxes', () => {
    fc.assert(
      fc.property(shape, fc.nat(), (of, seed) => {
        const cells = tiledCells(of);
        const cell = seed % (of.columns * of.rows);
        const { left, top, width, height } = cells.boxOf(cell);
        expect(cells.at({ x: left + width / 2, y: top + height / 2, ratio: 1 })).toBe(cell);
      }),
    );
  });
  test('begin at the bottom left', () => {
    expect(tiledCells({ columns: 2, rows: 2 }).at({ x: 0.1, y: 0.9, ratio: 1 })).toBe(0);
  });
  test.each([-0.01, 1, NaN])('are not met at %p', (x) => {
    expect(tiledCells({ columns: 2, rows: 2 }).at({ x, y: 0.5, ratio: 1 })).toBeUndefined();
  });
});

describe('scattered cells', () => {
  const cells = scatteredCells({ x: Float64Array.of(0.8, 0.2), y: Float64Array.of(0.5, 0.5), order: [1, 0] });
  test('stand in their order', () => {
    expect([cells.columns, cells.boxOf(0).left, cells.boxOf(1).left]).toEqual([2, 0.2, 0.8]);
  });
  test('are met nearby and not afar', () => {
    expect([cells.at({ x: 0.21, y: 0.5, ratio: 2 }), cells.at({ x: 0.5, y: 0.5, ratio: 2 })]).toEqual([0, undefined]);
  });
});

describe('a key', () => {
  const at = { columns: 3, rows: 2 };
  test.each([
    ['ArrowRight', 0, 1],
    ['ArrowRight', 2, 2],
    ['ArrowLeft', 1, 0],
    ['ArrowUp', 1, 4],
    ['ArrowUp', 4, 4],
    ['ArrowDown', 4, 1],
    ['PageUp', 0, 3],
    ['Home', 5, 3],
    ['End', 3, 5],
  ])('%s leads from %d to %d', (key, from, to) => {
    expect(nextCell(at, from, key)).toBe(to);
  });
  test('that is no way leads nowhere', () => {
    expect(nextCell(at, 0, 'a')).toBeUndefined();
  });
});
