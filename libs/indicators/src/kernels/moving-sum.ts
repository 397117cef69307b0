import type { Span } from './span.js';

/**
 * Fills out[t] with the sum of the `window` values that end at t; NaN before bar from + window − 1. `out` may be `x`.
 * A window is the end of one block and the beginning of the next: their sums are added and none is ever subtracted,
 * so nothing drifts, values that left the window leave no trace, and a window of zeros gives exactly 0.
 */
export function movingSum(x: Float64Array, out: Float64Array, { from, to, window }: Span): void {
  const block = new Float64Array(window);
  const before = new Float64Array(window).fill(NaN);
  before[0] = 0;
  for (let start = from; start < to; start += window) {
    const bars = Math.min(window, to - start);
    let sum = 0;
    for (let k = 0; k < bars; k++) {
      const value = x[start + k]!;
      block[k] = value;
      sum += value;
      out[start + k] = sum + before[window - 1 - k]!;
    }
    sum = 0;
    for (let last = 1; last < window; last++) {
      sum += block[window - last]!;
      before[last] = sum;
    }
  }
}
