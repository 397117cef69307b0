import { describe, expect, test } from '@jest/globals';
import { catalogueOf, normalizeSweep } from '@projecta/engine';
import fc from 'fast-check';
import { FIRST_CONFIG } from '../../run/config/first-config.js';
import { asRanges } from './as-ranges.js';
import { axisTyped } from './typed-axis.js';

describe('typed values', () => {
  test.each([
    ['5:50:5', '5:50:5'],
    [' 0:1:0.1 ', '0:1:0.1'],
    ['5, 10,20', [5, 10, 20]],
    ['true, false', [true, false]],
    ['on_change, every_bar', ['on_change', 'every_bar']],
    ['10', [10]],
    ['', []],
    ['5:', ['5:']],
  ])('%p are %p', (text, values) => {
    expect(axisTyped(text)).toEqual(values);
  });
});

describe('a list as a range', () => {
  const expanded = (range: string): readonly unknown[] =>
    Object.values(normalizeSweep({ base: FIRST_CONFIG, grid: { 'risk.max_leverage': range } }, catalogueOf()).grid!)[0]!;
  test('means what the engine makes of it', () => {
    const tenths = fc.record({
      from: fc.integer({ min: 0, max: 50 }),
      step: fc.integer({ min: 1, max: 30 }),
      count: fc.integer({ min: 4, max: 12 }),
    });
    fc.assert(
      fc.property(tenths, ({ from, step, count }) => {
        const values = Array.from({ length: count }, (_, i) => (from + i * step) / 10);
        const range = asRanges({ x: values })['x'];
        expect(typeof range).toBe('string');
        expect(expanded(range as string)).toEqual(values);
      }),
      { numRuns: 50 },
    );
  });
  test('is none where steps are uneven, downwards, few, or no numbers', () => {
    const lists = { uneven: [1, 2, 4, 8], down: [4, 3, 2, 1], few: [1, 2, 3], words: ['a', 'b', 'c', 'd'], flags: [true, false] };
    expect(asRanges(lists)).toEqual(lists);
  });
});
