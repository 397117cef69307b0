import { SUM, sumParts } from './sum-parts.js';
import { twoProductError } from './two-product-error.js';

/**
 * The mean of values[start..end): the exact sum's quotient by the count, correctly rounded but for the rare halfway case; NaN of nothing.
 * The mean of equal values is that value, bit for bit.
 */
export function exactMean(values: ArrayLike<number>, start = 0, end = values.length): number {
  const n = end - start;
  if (n <= 0) return NaN;
  sumParts(values, start, end);
  const sum = SUM[0]!;
  const quotient = sum / n;
  if (!Number.isFinite(sum)) return quotient;
  // The division's remainder, added back: quotient + remainder/n is the mean to far beyond double precision.
  const product = quotient * n;
  const remainder = sum - product - twoProductError(quotient, n, product) + SUM[1]!;
  return quotient + remainder / n;
}
