import { describe, expect, test } from '@jest/globals';
import type { EquityCurve } from './equity-curve.js';
import { onOneAxis } from './on-one-axis.js';

function curve(times: readonly number[], valueAt: (time: number) => number): EquityCurve {
  return { ts: Float64Array.from(times), equity: Float64Array.from(times, valueAt) };
}

const every = (step: number, until: number): number[] => Array.from({ length: Math.floor(until / step) + 1 }, (_, i) => i * step);

describe('onOneAxis', () => {
  test('is the union of times, null where a curve has none', () => {
    const axis = onOneAxis([curve([1, 2, 4], (t) => t * 10), curve([2, 3, 5], (t) => t * 100), curve([], () => 0)], 100);
    expect(axis).toEqual({
      ts: [1, 2, 3, 4, 5],
      values: [
        [10, 20, null, 40, null],
        [null, 200, 300, null, 500],
        [null, null, null, null, null],
      ],
    });
  });

  test('has at most so many times as asked for, with the first and last of every curve, and true values', () => {
    const curves = [
      curve(every(1, 10_000), (t) => (t * 37) % 1_009),
      curve(every(7, 12_000), (t) => (t * 53) % 997),
      curve([3, 5_000], (t) => t),
    ];
    for (const most of [20, 100, 999]) {
      const { ts, values } = onOneAxis(curves, most);
      expect(ts.length).toBeLessThanOrEqual(most);
      expect(ts).toEqual([...new Set(ts)].sort((a, b) => a - b));
      for (const end of [0, 10_000, 11_998, 3, 5_000]) expect(ts).toContain(end);
      ts.forEach((time, i) => {
        expect(values[0]![i]).toBe(time <= 10_000 ? (time * 37) % 1_009 : null);
        expect(values[1]![i]).toBe(time % 7 === 0 ? (time * 53) % 997 : null);
      });
    }
  });

  test('gives curves of the same bars a value everywhere', () => {
    const curves = [curve(every(1, 50_000), (t) => (t * 31) % 1_013), curve(every(1, 50_000), (t) => (t * 17) % 1_019)];
    const { ts, values } = onOneAxis(curves, 500);
    expect(ts.length).toBeGreaterThan(250);
    expect(values.flat().every((value) => value !== null)).toBe(true);
  });
});
