import { exactMean } from './exact-mean.js';

/** The mean and the central moments about it: mk = Σ(x − mean)^k / n, of the population. */
export interface Moments {
  readonly mean: number;
  readonly m2: number;
  readonly m3: number;
  readonly m4: number;
}

/** The moments of values[start..end) in two passes; exactly 0 above the mean for equal values, NaN of nothing. */
export function moments(values: ArrayLike<number>, start = 0, end = values.length): Moments {
  const n = end - start;
  if (n <= 0) return { mean: NaN, m2: NaN, m3: NaN, m4: NaN };
  const mean = exactMean(values, start, end);
  let sum1 = 0;
  let sum2 = 0;
  let sum3 = 0;
  let sum4 = 0;
  for (let i = start; i < end; i++) {
    const d = values[i]! - mean;
    const d2 = d * d;
    sum1 += d;
    sum2 += d2;
    sum3 += d2 * d;
    sum4 += d2 * d2;
  }
  return { mean, m2: (sum2 - (sum1 * sum1) / n) / n, m3: sum3 / n, m4: sum4 / n };
}
