/**
 * How far the value at bar t lies from the mean of the `window` values that end there, in mean absolute deviations of that window; 0 where nothing deviates.
 * Everything is measured from the value itself, so that equal values deviate by exactly 0. Both sums are fresh each time: nothing can drift.
 */
export function meanDistance(x: Float64Array, t: number, window: number): number {
  const level = x[t]!;
  const from = t - window + 1;
  let sum = 0;
  for (let i = from; i < t; i++) sum += x[i]! - level;
  const mean = sum / window;
  let deviation = 0;
  for (let i = from; i <= t; i++) deviation += Math.abs(x[i]! - level - mean);
  return deviation === 0 ? 0 : (0 - mean) / (deviation / window);
}
