import { exactMean, pow } from '@projecta/numeric';

/**
 * ω: the standard deviation of √n·mean under the stationary bootstrap with mean block length L, Hansen's (2005) kernel estimate.
 * ω² = γ_0 + 2Σ_{i=1}^{n−1} κ_i·γ_i, κ_i = (1 − i/n)(1 − 1/L)^i + (i/n)(1 − 1/L)^{n−i}, γ_i the autocovariances with 1/n.
 * Both parts of κ together weigh the circular autocovariances γ_i + γ_{n−i} by (1 − i/n)(1 − 1/L)^i, a sum that runs back over the
 * bars in O(n); summed lag by lag it would be O(n²) a trial.
 */
export function longRunDeviation(values: Float64Array, blockLength: number): number {
  const n = values.length;
  const keep = 1 - 1 / blockLength;
  const mean = exactMean(values);
  const around = keep * pow(keep, n); // what has gone once round the circle

  // plain = Σ_{i=1}^n keep^i·x_{t+i} and tapered = Σ (1 − i/n)·keep^i·x_{t+i}, indices round the end; begun at t = n − 1, where t + i is i − 1.
  let plain = 0;
  let tapered = 0;
  let weight = 1;
  for (let i = 1; i <= n; i++) {
    weight *= keep;
    const x = values[i - 1]! - mean;
    plain += weight * x;
    tapered += (1 - i / n) * weight * x;
  }
  let gamma = 0;
  let lagged = 0;
  for (let t = n - 1; ; t--) {
    const x = values[t]! - mean;
    gamma += x * x;
    lagged += x * tapered;
    if (t === 0) break;
    tapered = keep * tapered + (keep - keep / n) * x - (keep * plain - around * x) / n;
    plain = keep * plain + (keep - around) * x;
  }
  return Math.sqrt(Math.max(0, gamma + 2 * lagged) / n);
}
