import { exactMean, ties } from '@projecta/numeric';

/** Returns in excess of a benchmark's on the same bars: the difference, 0 where the two tie (C7, E11), and its mean. */
export function excessReturns(returns: Float64Array, benchmark: Float64Array): { readonly excess: Float64Array; readonly mean: number } {
  const excess = returns.map((value, i) => (ties(value, benchmark[i]!) ? 0 : value - benchmark[i]!));
  return { excess, mean: exactMean(excess) };
}
