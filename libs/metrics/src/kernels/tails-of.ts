import { selectInPlace } from './select-in-place.js';

/** The 5 % tails of returns. */
export interface Tails {
  /** Type-7 quantiles (Hyndman & Fan 1996). */
  readonly q05: number;
  readonly q95: number;
  /** Mean of the returns at or below q05, ties included (fine print C6). */
  readonly meanBelow: number;
}

/** The tails of at least one return; `order` is overwritten from its start. */
export function tailsOf(returns: Float64Array, order: Float64Array): Tails {
  const values = order.subarray(0, returns.length);
  values.set(returns);
  const { quantile: q05, k, next } = lowerQuantile(values, 0.05);
  const limit = q05 + Math.max(1e-9 * Math.abs(q05), 1e-12);
  // Selection has put the k + 1 smallest first: unless the next one ties, they are the tail.
  const meanBelow = next > limit ? meanUpTo(values.subarray(0, k + 1), limit) : meanUpTo(values, limit);
  return { q05, q95: upperQuantile(values, 0.95), meanBelow };
}

/** Below the median the upper of the two neighbours is selected, and the lower is the largest before it. */
function lowerQuantile(values: Float64Array, q: number): { quantile: number; k: number; next: number } {
  const position = (values.length - 1) * q;
  const k = Math.floor(position);
  if (k + 1 === values.length) return { quantile: values[k]!, k, next: Infinity };
  selectInPlace(values, k + 1);
  const next = values[k + 1]!;
  let low = values[0]!;
  for (let i = 1; i <= k; i++) low = Math.max(low, values[i]!);
  return { quantile: low + (next - low) * (position - k), k, next };
}

/** Above the median the lower neighbour is selected, and the upper is the smallest after it. */
function upperQuantile(values: Float64Array, q: number): number {
  const position = (values.length - 1) * q;
  const k = Math.floor(position);
  selectInPlace(values, k);
  const low = values[k]!;
  if (k + 1 === values.length) return low;
  let high = values[k + 1]!;
  for (let i = k + 2; i < values.length; i++) high = Math.min(high, values[i]!);
  return low + (high - low) * (position - k);
}

function meanUpTo(values: Float64Array, limit: number): number {
  let sum = 0;
  let count = 0;
  for (let i = 0; i < values.length; i++) {
    if (!(values[i]! <= limit)) continue;
    sum += values[i]!;
    count++;
  }
  return sum / count;
}
