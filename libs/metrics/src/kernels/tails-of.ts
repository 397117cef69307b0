import { exactMean, selectInPlace } from '@projecta/numeric';
import { gatherTails } from './gather-tails.js';

/** The 5 % tails of returns. */
export interface Tails {
  /** Type-7 quantiles (Hyndman & Fan 1996). */
  readonly q05: number;
  readonly q95: number;
  /** Mean of the returns at or below q05, ties included (fine print C6); exact, so whatever order they are found in. */
  readonly meanBelow: number;
}

/** The tails of at least one return; `work`, as long as they are, is overwritten. */
export function tailsOf(returns: Float64Array, work: Float64Array): Tails {
  const last = returns.length - 1;
  const [below, above] = [last * 0.05, last * 0.95];
  const least = Math.max(Math.floor(below) + 2, returns.length - Math.floor(above));
  const { lower, upper } = gatherTails(returns, least, work);
  const { quantile: q05, k, next } = lowerQuantile(lower, below);
  const limit = q05 + Math.max(1e-9 * Math.abs(q05), 1e-12);
  // Selection has put the k + 1 smallest first: unless the next one ties, they are the tail.
  const meanBelow = next > limit ? exactMean(lower, 0, k + 1) : exactMean(returns.filter((r) => r <= limit));
  return { q05, q95: upperQuantile(upper, above - (returns.length - upper.length)), meanBelow };
}

/** Below the median the upper of the two neighbours is selected, and the lower is the largest before it. */
function lowerQuantile(values: Float64Array, position: number): { quantile: number; k: number; next: number } {
  const k = Math.floor(position);
  if (k + 1 === values.length) return { quantile: values[k]!, k, next: Infinity };
  selectInPlace(values, k + 1);
  const next = values[k + 1]!;
  let low = values[0]!;
  for (let i = 1; i <= k; i++) low = Math.max(low, values[i]!);
  return { quantile: low + (next - low) * (position - k), k, next };
}

/** Above the median the lower neighbour is selected, and the upper is the smallest after it. */
function upperQuantile(values: Float64Array, position: number): number {
  const k = Math.floor(position);
  selectInPlace(values, k);
  const low = values[k]!;
  if (k + 1 === values.length) return low;
  let high = values[k + 1]!;
  for (let i = k + 2; i < values.length; i++) high = Math.min(high, values[i]!);
  return low + (high - low) * (position - k);
}
