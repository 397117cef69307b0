import type { Span } from './span.js';
import type { RangeColumns } from './true-range.js';

export interface RangePositionOptions extends Span {
  /** Measure up from the lowest low (0 to 100) or down from the highest high (−100 to 0). */
  readonly measuredFrom: 'low' | 'high';
}

/**
 * Fills out[t] with where the close lies in the range of the `window` bars that end at t, in percent of that range; 0 where the range is 0.
 * Extremes as in movingMax: a running one after a block boundary and a stored one before it.
 */
export function rangePosition({ high, low, close }: RangeColumns, out: Float64Array, options: RangePositionOptions): void {
  const { from, to, window } = options;
  if (from + window > to) return;
  const fromLow = options.measuredFrom === 'low';
  const highBefore = new Float64Array(window);
  const lowBefore = new Float64Array(window);
  for (let edge = from + window - 1; edge < to; edge += window) {
    let top = high[edge]!;
    let bottom = low[edge]!;
    for (let ago = 0; ago < window; ago++) {
      top = Math.max(top, high[edge - ago]!);
      bottom = Math.min(bottom, low[edge - ago]!);
      highBefore[ago] = top;
      lowBefore[ago] = bottom;
    }
    top = high[edge]!;
    bottom = low[edge]!;
    const bars = Math.min(window, to - edge);
    for (let k = 0; k < bars; k++) {
      const t = edge + k;
      top = Math.max(top, high[t]!);
      bottom = Math.min(bottom, low[t]!);
      const highest = Math.max(top, highBefore[window - 1 - k]!);
      const lowest = Math.min(bottom, lowBefore[window - 1 - k]!);
      const range = highest - lowest;
      const distance = close[t]! - (fromLow ? lowest : highest);
      out[t] = range === 0 ? 0 : 100 * (distance / range);
    }
  }
}
