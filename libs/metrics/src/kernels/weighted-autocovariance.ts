import { inStretches } from '@projecta/numeric';

/** After so many values the moving sums are made afresh, so that they cannot drift. */
const BLOCK = 4096;

interface Lags {
  readonly lags: number;
  readonly weight: number;
}

/** What moves along the values: the total so far, Σ x_{t−k} and Σ (weight − k)·x_{t−k} over the lags before t. */
const AT = { total: 0, plain: 1, weighted: 2 } as const;

/**
 * Σ_{k=1..lags} (weight − k)·Σ_t x_t·x_{t−k} with x = values − mean, in one pass whatever the number of lags.
 * The inner sum over k is a moving sum with falling weights.
 */
export function weightedAutocovariance(values: Float64Array, mean: number, { lags, weight }: Lags): number {
  const sums = new Float64Array(3);
  for (let start = 1; start < values.length; start += BLOCK) {
    sums.fill(0, AT.plain);
    for (let k = 1; k <= Math.min(lags, start); k++) {
      const x = values[start - k]! - mean;
      sums[AT.plain]! += x;
      sums[AT.weighted]! += (weight - k) * x;
    }
    inStretches(start, Math.min(values.length, start + BLOCK), (from, to) => slide(sums, values, mean, { lags, weight }, from, to));
  }
  return sums[AT.total]!;
}

function slide(sums: Float64Array, values: Float64Array, mean: number, { lags, weight }: Lags, from: number, to: number): void {
  let total = sums[AT.total]!;
  let plain = sums[AT.plain]!;
  let weighted = sums[AT.weighted]!;
  for (let t = from; t < to; t++) {
    const x = values[t]! - mean;
    total += x * weighted;
    const last = t >= lags ? values[t - lags]! - mean : 0;
    plain -= last;
    weighted += (weight - 1) * x - (weight - lags) * last - plain;
    plain += x;
  }
  sums[AT.total] = total;
  sums[AT.plain] = plain;
  sums[AT.weighted] = weighted;
}
