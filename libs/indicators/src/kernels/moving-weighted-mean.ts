import type { Span } from './span.js';

/**
 * Fills out[t] with the mean of the `window` values that end at t, weighted 1 (oldest) to `window` (newest), from bar from + window − 1 on.
 * Every window lies across one block boundary, whose bar is in it; sums are of differences from that bar's value, stored ones before it and running ones after it,
 * so nothing drifts and equal values give exactly that value.
 */
export function movingWeightedMean(x: Float64Array, out: Float64Array, { from, to, window }: Span): void {
  if (from + window > to) return;
  const weightedBefore = new Float64Array(window);
  const weights = (window * (window + 1)) / 2;
  for (let edge = from + window - 1; edge < to; edge += window) {
    const level = x[edge]!;
    let sum = 0;
    let weighted = 0;
    for (let ago = 1; ago < window; ago++) {
      // A value further back takes weight 1 and raises every later one's by 1.
      sum += x[edge - ago]! - level;
      weighted += sum;
      weightedBefore[ago] = weighted;
    }
    sum = 0;
    weighted = 0;
    const bars = Math.min(window, to - edge);
    for (let k = 0; k < bars; k++) {
      const difference = x[edge + k]! - level;
      sum += difference;
      weighted += k * difference;
      const earlier = window - 1 - k;
      // Behind `earlier` + 1 bars the running weights 1, 2, … are that much larger; `weighted` counts them from k = 0.
      out[edge + k] = level + (weightedBefore[earlier]! + weighted + (earlier + 1) * sum) / weights;
    }
  }
}
