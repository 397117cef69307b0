import type { Span } from './span.js';

/**
 * Fills out[t] with the largest of the `window` values that end at t, from bar from + window − 1 on.
 * Every window lies across one block boundary: the largest of it is the larger of a running one after the boundary and a stored one before it
 * (van Herk 1992), two comparisons a bar for any window and any data, where a rescan is slow in a trend.
 */
export function movingMax(x: Float64Array, out: Float64Array, { from, to, window }: Span): void {
  if (from + window > to) return;
  const before = new Float64Array(window);
  for (let edge = from + window - 1; edge < to; edge += window) {
    let largest = x[edge]!;
    before[0] = largest;
    for (let ago = 1; ago < window; ago++) {
      largest = Math.max(largest, x[edge - ago]!);
      before[ago] = largest;
    }
    const bars = Math.min(window, to - edge);
    largest = x[edge]!;
    for (let k = 0; k < bars; k++) {
      largest = Math.max(largest, x[edge + k]!);
      out[edge + k] = Math.max(largest, before[window - 1 - k]!);
    }
  }
}

/** The smallest, in the same way. */
export function movingMin(x: Float64Array, out: Float64Array, { from, to, window }: Span): void {
  if (from + window > to) return;
  const before = new Float64Array(window);
  for (let edge = from + window - 1; edge < to; edge += window) {
    let smallest = x[edge]!;
    before[0] = smallest;
    for (let ago = 1; ago < window; ago++) {
      smallest = Math.min(smallest, x[edge - ago]!);
      before[ago] = smallest;
    }
    const bars = Math.min(window, to - edge);
    smallest = x[edge]!;
    for (let k = 0; k < bars; k++) {
      smallest = Math.min(smallest, x[edge + k]!);
      out[edge + k] = Math.min(smallest, before[window - 1 - k]!);
    }
  }
}
