import { exactMean } from './exact-mean.js';
import type { Span } from './span.js';

/**
 * Exponential smoothing s + weight·(x − s), seeded by the mean of the first `window` values, from bar from + window − 1 on.
 * This form keeps a constant as it is; weight·x + (1 − weight)·s would drift on one. `out` may be `x`.
 */
export function smooth(x: Float64Array, out: Float64Array, { from, to, window, weight }: Span & { readonly weight: number }): void {
  const first = from + window - 1;
  if (first >= to) return;
  if (weight === 1) {
    for (let t = first; t < to; t++) out[t] = x[t]!;
    return;
  }
  let smoothed = exactMean(x, from, first + 1);
  out[first] = smoothed;
  for (let t = first + 1; t < to; t++) {
    smoothed += weight * (x[t]! - smoothed);
    out[t] = smoothed;
  }
}
