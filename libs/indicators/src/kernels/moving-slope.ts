import type { Span } from './span.js';

/**
 * Fills out[t] with the least-squares slope over the `window` values that end at t, from bar from + window − 1 on.
 * Sums as in movingWeightedMean; with weights 1 … n the slope is (2·Σi·x − (n + 1)·Σx)·6/(n(n² − 1)).
 */
export function movingSlope(x: Float64Array, out: Float64Array, { from, to, window }: Span): void {
  if (from + window > to) return;
  const sumBefore = new Float64Array(window);
  const weightedBefore = new Float64Array(window);
  const divisor = (window * (window * window - 1)) / 6;
  for (let edge = from + window - 1; edge < to; edge += window) {
    const level = x[edge]!;
    let sum = 0;
    let weighted = 0;
    for (let ago = 1; ago < window; ago++) {
      sum += x[edge - ago]! - level;
      weighted += sum;
      sumBefore[ago] = sum;
      weightedBefore[ago] = weighted;
    }
    sum = 0;
    weighted = 0;
    const bars = Math.min(window, to - edge);
    for (let k = 0; k < bars; k++) {
      const difference = x[edge + k]! - level;
      sum += difference;
      weighted += k * difference;
      const earlier = window - 1 - k;
      const all = weightedBefore[earlier]! + weighted + (earlier + 1) * sum;
      out[edge + k] = (2 * all - (window + 1) * (sum + sumBefore[earlier]!)) / divisor;
    }
  }
}
