/**
 * Sample standard deviation (ddof 1) of the last `lookback` simple returns of `close` that end at bar t, per bar, or of those there are; 0 for fewer than two.
 * Returns are taken relative to the first of them, so equal returns give exactly 0.
 */
export function returnDeviation(close: Float64Array, t: number, lookback: number): number {
  const start = Math.max(1, t - lookback + 1);
  const count = t - start + 1;
  if (count < 2) return 0;
  const origin = close[start]! / close[start - 1]! - 1;
  let sum = 0;
  for (let i = start + 1; i <= t; i++) sum += close[i]! / close[i - 1]! - 1 - origin;
  const mean = sum / count;
  let squares = mean * mean;
  for (let i = start + 1; i <= t; i++) {
    const deviation = close[i]! / close[i - 1]! - 1 - origin - mean;
    squares += deviation * deviation;
  }
  return Math.sqrt(squares / (count - 1));
}
