import { exactMean, quantileSorted, sampleStd } from '@projecta/numeric';
import type { Distribution } from './permutation-summary.js';

const TWO_64 = 18_446_744_073_709_551_616;

/** Count, mean, std (ddof 1) and type-7 quantiles of trial values; nulls are left out, and what is not finite is null (E10). */
export function distributionOf(values: readonly (number | null)[]): Distribution {
  const present = Float64Array.from(values.filter((value) => value !== null)).sort();
  const n = present.length;
  if (n === 0) return { count: 0, mean: null, std: null, q01: null, q05: null, q25: null, q50: null, q75: null, q95: null, q99: null };
  const quantile = (q: number): number | null => finite(quantileSorted(present, q));
  return {
    count: n,
    mean: meanOf(present),
    std: n > 1 ? finite(sampleStd(present)) : null,
    q01: quantile(0.01),
    q05: quantile(0.05),
    q25: quantile(0.25),
    q50: quantile(0.5),
    q75: quantile(0.75),
    q95: quantile(0.95),
    q99: quantile(0.99),
  };
}

/** A mean lies within its values, even where their sum is beyond the range of numbers. */
function meanOf(values: Float64Array): number {
  const mean = exactMean(values);
  return Number.isFinite(mean) ? mean : exactMean(values.map((value) => value / TWO_64)) * TWO_64;
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
