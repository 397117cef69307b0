import { exactMean } from './exact-mean.js';
import { squaredDeviations } from './squared-deviations.js';

/**
 * The population standard deviation (ddof 0) of values[start..end) about `mean`, by default their exact mean.
 * Exactly 0 for equal values; NaN of nothing.
 */
export function populationStd(values: ArrayLike<number>, start = 0, end = values.length, mean = exactMean(values, start, end)): number {
  const n = end - start;
  return n < 1 ? NaN : Math.sqrt(squaredDeviations(values, start, end, mean) / n);
}
