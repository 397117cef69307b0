import type { Span } from './span.js';

export interface DeviationOptions extends Span {
  /** Subtracted from the count in the variance's divisor: 0 population, 1 sample. */
  readonly ddof: 0 | 1;
  /** True: write (x − mean)/deviation, 0 where the deviation is 0, in place of the deviation. */
  readonly asScore?: boolean;
}

/**
 * Fills out[t] with the standard deviation of the `window` values that end at t, from bar from + window − 1 on. `out` may be `x`.
 * Every window lies across one block boundary, whose bar is in it; sums are of differences from that bar's value, stored ones before it and running ones after it.
 * Nothing is ever subtracted from a sum, so nothing drifts, values that left the window leave no trace, and equal values give exactly 0.
 */
export function movingDeviation(x: Float64Array, out: Float64Array, { from, to, window, ddof, asScore = false }: DeviationOptions): void {
  if (from + window > to) return;
  const block = new Float64Array(window);
  const sumBefore = new Float64Array(window);
  const squaresBefore = new Float64Array(window);
  for (let k = 1; k < window; k++) block[k] = x[from + k - 1]!;
  const perBar = 1 / window;
  const perDegree = 1 / (window - ddof);

  for (let edge = from + window - 1; edge < to; edge += window) {
    const level = x[edge]!;
    let sum = 0;
    let squares = 0;
    for (let ago = 1; ago < window; ago++) {
      const difference = block[window - ago]! - level;
      sum += difference;
      squares += difference * difference;
      sumBefore[ago] = sum;
      squaresBefore[ago] = squares;
    }
    sum = 0;
    squares = 0;
    const bars = Math.min(window, to - edge);
    for (let k = 0; k < bars; k++) {
      const value = x[edge + k]!;
      block[k] = value;
      const difference = value - level;
      sum += difference;
      squares += difference * difference;
      const total = sum + sumBefore[window - 1 - k]!;
      const mean = total * perBar;
      const spread = squares + squaresBefore[window - 1 - k]! - total * mean;
      const deviation = Math.sqrt(spread * perDegree);
      if (asScore) out[edge + k] = deviation === 0 ? 0 : (difference - mean) / deviation;
      else out[edge + k] = deviation;
    }
  }
}
