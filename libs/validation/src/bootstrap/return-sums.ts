import { exactMean } from '@projecta/numeric';

/** Prefix sums over a run's returns, laid twice in a row so that no block of a resample reaches around the end. */
export interface ReturnSums {
  readonly returns: Float64Array;
  /** The mean of the returns, which the sums are about: prefix sums of raw returns would grow with their number. */
  readonly centre: number;
  /** r − centre. */
  readonly deviations: Float64Array;
  /** 2n + 1 sums of r − centre, and of its squares: sum[i] is over the first i. */
  readonly sum: Float64Array;
  readonly squares: Float64Array;
}

/** The sums of n returns; one pass, for any number of resamples. */
export function returnSums(returns: Float64Array): ReturnSums {
  const n = returns.length;
  const centre = n === 0 ? 0 : exactMean(returns);
  const deviations = returns.map((r) => r - centre);
  const sum = new Float64Array(2 * n + 1);
  const squares = new Float64Array(2 * n + 1);
  for (let i = 0; i < 2 * n; i++) {
    const x = deviations[i < n ? i : i - n]!;
    sum[i + 1] = sum[i]! + x;
    squares[i + 1] = squares[i]! + x * x;
  }
  return { returns, centre, deviations, sum, squares };
}
