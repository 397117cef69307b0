import { roundedQuotient } from './rounded-quotient.js';

/** The mean of bars `from` to `to` (exclusive), summed in double-double and rounded once: of equal values it is that value. */
export function exactMean(x: Float64Array, from: number, to: number): number {
  let hi = 0;
  let lo = 0;
  for (let t = from; t < to; t++) {
    const value = x[t]!;
    const sum = hi + value;
    const part = sum - hi;
    lo += hi - (sum - part) + (value - part);
    hi = sum;
  }
  return roundedQuotient(hi, lo, to - from);
}
