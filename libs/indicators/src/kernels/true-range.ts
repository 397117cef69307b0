import { exactMean } from './exact-mean.js';

/** The columns a bar's range is read from. */
export interface RangeColumns {
  readonly high: Float64Array;
  readonly low: Float64Array;
  readonly close: Float64Array;
}

/** Fills out[t] with Wilder's true range from bar 1 on: the range of the bar stretched to the previous close. */
export function trueRange({ high, low, close }: RangeColumns, out: Float64Array): void {
  for (let t = 1; t < out.length; t++) out[t] = stretchedRange(high[t]!, low[t]!, close[t - 1]!);
}

/** Fills out[t] with Wilder's average of the true range from bar `window` on, seeded by the mean of the true ranges of bars 1 to `window`. */
export function averageTrueRange({ high, low, close }: RangeColumns, out: Float64Array, window: number): void {
  if (window >= out.length) return;
  for (let t = 1; t <= window; t++) out[t] = stretchedRange(high[t]!, low[t]!, close[t - 1]!);
  let average = exactMean(out, 1, window + 1);
  out.fill(NaN, 1, window);
  out[window] = average;
  if (window === 1) return trueRange({ high, low, close }, out);
  const weight = 1 / window;
  for (let t = window + 1; t < out.length; t++) {
    average += weight * (stretchedRange(high[t]!, low[t]!, close[t - 1]!) - average);
    out[t] = average;
  }
}

/** Twice the excess of a over b, where there is one, is |a − b| + (a − b): no branch, which gaps would make unpredictable. */
export function stretchedRange(high: number, low: number, previousClose: number): number {
  const above = previousClose - high;
  const below = low - previousClose;
  const top = high + 0.5 * (Math.abs(above) + above);
  const bottom = low - 0.5 * (Math.abs(below) + below);
  return top - bottom;
}
