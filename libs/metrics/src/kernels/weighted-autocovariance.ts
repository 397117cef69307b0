/**
 * Σ_{k=1..lags} (weight − k)·Σ_t x_t·x_{t−k} with x = values − mean, in one pass whatever the number of lags.
 * The inner sum over k is a moving sum with falling weights; it is summed afresh every BLOCK values, so that it cannot drift.
 */
export function weightedAutocovariance(
  values: Float64Array,
  mean: number,
  { lags, weight }: { readonly lags: number; readonly weight: number },
): number {
  let total = 0;
  for (let start = 1; start < values.length; start += BLOCK) {
    const end = Math.min(values.length, start + BLOCK);
    let plain = 0; // Σ x_{t−k}
    let weighted = 0; // Σ (weight − k)·x_{t−k}
    for (let k = 1; k <= Math.min(lags, start); k++) {
      const x = values[start - k]! - mean;
      plain += x;
      weighted += (weight - k) * x;
    }
    for (let t = start; t < end; t++) {
      const x = values[t]! - mean;
      total += x * weighted;
      const last = t >= lags ? values[t - lags]! - mean : 0;
      plain -= last;
      weighted += (weight - 1) * x - (weight - lags) * last - plain;
      plain += x;
    }
  }
  return total;
}

const BLOCK = 4096;
