import { exactMean } from './exact-mean.js';
import { squaredDeviations } from './squared-deviations.js';

/**
 * The sample standard deviation (ddof 1) of values[start..end) about `mean`, by default their exact mean.
 * Exactly 0 for equal values; NaN for fewer than two.
 */
export function sampleStd(values: ArrayLike<number>, start = 0, end = values.length, mean = exactMean(values, start, end)): number {
  const n = end - start;
  return n < 2 ? NaN : Math.sqrt(squaredDeviations(values, start, end, mean) / (n - 1));
}
