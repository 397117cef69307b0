import { SUM, sumParts } from './sum-parts.js';

/**
 * The sum of values[start..end), correctly rounded: the double nearest to the true sum; 0 of nothing.
 * So it does not depend on the order of the values. Infinities and NaN act as in a plain sum.
 */
export function exactSum(values: ArrayLike<number>, start = 0, end = values.length): number {
  sumParts(values, start, end);
  const high = SUM[0]!;
  const low = SUM[1]!;
  const rest = SUM[2]!;
  // high + low is rounded already, unless low is exactly half a unit and the rest says which way to go.
  if (rest === 0 || low === 0 || low > 0 !== rest > 0) return high;
  const up = high + 2 * low;
  return up - high === 2 * low ? up : high;
}
