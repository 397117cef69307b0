import { describe, expect, test } from '@jest/globals';
import { liveSpace } from './live-space.js';

const range = (size: number): number[] => Array.from({ length: size }, (_, i) => i);

describe('the combinations of a grid', () => {
  test('are numbered with the last path fastest, and lie where their values are', () => {
    const { trials, space } = liveSpace({ grid: { a: [3, 1, 2], b: [false, true], c: ['x'] } })!;
    expect(trials.params).toEqual({
      a: Float64Array.of(3, 3, 1, 1, 2, 2),
      b: [false, true, false, true, false, true],
      c: Array.from({ length: 6 }, () => 'x'),
    });
    expect(space.axes.map(({ path, labels }) => [path, labels])).toEqual([
      ['a', ['1', '2', '3']],
      ['b', ['false', 'true']],
    ]);
    expect([space.rowAt([0, 1]), space.placesOf(3)]).toEqual([3, [0, 1]]);
  });
  test('of 10,000 are drawn, of more they are not', () => {
    expect(liveSpace({ grid: { a: range(100), b: range(100) } })?.trials.rows).toBe(10_000);
    expect(liveSpace({ grid: { a: range(101), b: range(100) } })).toBeNull();
  });
  test.each([{ a: range(5) }, { a: range(5), b: [1] }, undefined])('have no plane: %p', (grid) => {
    expect(liveSpace({ ...(grid && { grid }) } as never)).toBeNull();
  });
});
