import { describe, expect, test } from '@jest/globals';
import { axisInfluence } from './axis-influence.js';
import { CLASSES, colourClasses } from './colour-classes.js';

describe('colourClasses', () => {
  test('cut the range from poor to good into even classes, the best in the last', () => {
    const values = Float64Array.from({ length: 101 }, (_, i) => i);
    const { poor, good, classOf } = colourClasses(values, false)!;
    expect([poor, good]).toEqual([5, 100]);
    expect([-7, 0, 5, 15.6, 99, 100].map(classOf)).toEqual([1, 1, 1, 2, CLASSES, CLASSES]);
  });

  test('turn over where less is better', () => {
    const { poor, good, classOf } = colourClasses(Float64Array.of(1, 2, 3), true)!;
    expect([poor, good]).toEqual([2.9, 1]);
    expect([1, 3].map(classOf)).toEqual([CLASSES, 1]);
  });

  test('of equal values are the best one, of none nothing', () => {
    expect(colourClasses(Float64Array.of(NaN, 4, 4), false)!.classOf(4)).toBe(CLASSES);
    expect(colourClasses(Float64Array.of(NaN), false)).toBeNull();
  });
});

describe('axisInfluence', () => {
  test('is the distance between the best and the worst mean along the axis', () => {
    expect(axisInfluence(Float64Array.of(1, 2, 1, 2), Float64Array.of(0, 4, 2, 8))).toBe(5);
    expect(axisInfluence(Float64Array.of(1, 2, 1, 2), Float64Array.of(0, 4, NaN, NaN))).toBe(4);
  });

  test('of many values groups eight of even size', () => {
    const column = Float64Array.from({ length: 80 }, (_, i) => (i * 7) % 80);
    expect(axisInfluence(column, column)).toBe(70);
  });

  test('of nothing is 0', () => {
    expect(axisInfluence(Float64Array.of(1, 2), Float64Array.of(NaN, NaN))).toBe(0);
  });
});
