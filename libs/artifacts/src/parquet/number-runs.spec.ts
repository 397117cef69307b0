import { describe, expect, test } from '@jest/globals';
import { numberRuns } from './number-runs.js';

describe('numberRuns', () => {
  test('are the stretches of equal bits, each value once', () => {
    const values = Float64Array.of(0, 0, -0, -0, -0, NaN, NaN, 0, 5, -Infinity);
    expect(numberRuns(values, 10)).toEqual({
      distinct: Float64Array.of(0, -0, NaN, 5, -Infinity),
      codes: [0, 1, 2, 0, 3, 4],
      lengths: [2, 3, 2, 1, 1, 1],
    });
  });

  test('of more runs than wanted are none', () => {
    expect(numberRuns(Float64Array.of(1, 2, 3), 2)).toBeUndefined();
    expect(numberRuns(Float64Array.of(1, 2, 2), 2)).toBeDefined();
  });

  test('give the column back', () => {
    const values = Float64Array.from({ length: 5_000 }, (_, i) => [-0, 0, NaN, 3][Math.floor(i / 37) % 4]!);
    const { distinct, codes, lengths } = numberRuns(values, values.length)!;
    expect(codes.flatMap((code, i) => Array.from({ length: lengths[i]! }, () => distinct[code]!))).toEqual([...values]);
  });
});
