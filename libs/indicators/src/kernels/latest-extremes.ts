import type { Span } from './span.js';

export interface LatestExtremesOptions extends Span {
  readonly extreme: 'highest' | 'lowest';
}

/** Fills out[t] with the bar of the latest highest (or lowest) of the `window` values that end at t, from bar from + window − 1 on. Blocks as in movingMax. */
export function latestExtremes(x: Float64Array, out: Float64Array, { from, to, window, extreme }: LatestExtremesOptions): void {
  if (from + window > to) return;
  const sign = extreme === 'highest' ? 1 : -1;
  const valueBefore = new Float64Array(window);
  const barBefore = new Float64Array(window);
  for (let edge = from + window - 1; edge < to; edge += window) {
    let largest = -Infinity;
    let bar = edge;
    for (let ago = 0; ago < window; ago++) {
      const value = sign * x[edge - ago]!;
      if (value > largest) {
        largest = value;
        bar = edge - ago;
      }
      valueBefore[ago] = largest;
      barBefore[ago] = bar;
    }
    largest = -Infinity;
    const bars = Math.min(window, to - edge);
    for (let k = 0; k < bars; k++) {
      const value = sign * x[edge + k]!;
      if (value >= largest) {
        largest = value;
        bar = edge + k;
      }
      out[edge + k] = valueBefore[window - 1 - k]! > largest ? barBefore[window - 1 - k]! : bar;
    }
  }
}
