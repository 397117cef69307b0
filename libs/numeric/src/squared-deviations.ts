/**
 * Σ(x − mean)² over values[start..end), compensated (Neumaier's sum of terms that are never negative)
 * and corrected for the mean's own rounding (Chan, Golub & LeVeque 1983); exactly 0 for equal values.
 */
export function squaredDeviations(values: ArrayLike<number>, start: number, end: number, mean: number): number {
  let sum = 0;
  let lost = 0;
  let drift = 0;
  for (let i = start; i < end; i++) {
    const deviation = values[i]! - mean;
    const square = deviation * deviation;
    const next = sum + square;
    const there = next - sum;
    lost += sum - (next - there) + (square - there);
    sum = next;
    drift += deviation;
  }
  return Math.max(0, sum + (lost - (drift * drift) / (end - start)));
}
