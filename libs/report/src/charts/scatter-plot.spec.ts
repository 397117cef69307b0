import { describe, expect, test } from '@jest/globals';
import { type PointAxis, pointPlaces, scatterPlot } from './scatter-plot.js';

const axis = (values: readonly number[], scale: 'linear' | 'log' = 'linear'): PointAxis => {
  return { name: 'x', values: Float64Array.from(values), formatTick: String, scale };
};

describe('the places of points', () => {
  const axes = { across: axis([1, 10, 100], 'log'), up: axis([0, 5, 10]) };
  const { x, y } = pointPlaces(axes);
  test.each([0, 1, 2])('are where the plot marks the best, for point %d', (best) => {
    const { markup } = scatterPlot({ label: '', ...axes, classes: Uint8Array.of(1, 1, 1), best });
    const [, cx, cy] = /<circle class="best" cx="([\d.]+)%" cy="([\d.]+)"/.exec(markup)!;
    expect(Number(cx) / 100).toBeCloseTo(x[best]!, 4);
    expect(Number(cy) / 380).toBeCloseTo(y[best]!, 3);
  });
  test('are even for even ratios on a logarithmic scale', () => {
    expect(x[1]! - x[0]!).toBeCloseTo(x[2]! - x[1]!, 12);
  });
});
