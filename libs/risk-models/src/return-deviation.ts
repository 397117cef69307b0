/**
 * Sample standard deviation (ddof 1) of the `count` simple returns of `close` that end at bar t, per bar; t >= count >= 2.
 * Returns are taken relative to the first of them, so equal returns give exactly 0 and nothing carries over from bar to bar.
 */
export function returnDeviation(close: Float64Array, t: number, count: number): number {
  const start = t - count + 1;
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
