import type { Candles } from './candles.js';
import { timeframeMs, type Timeframe } from './timeframe.js';

/** How many steps between neighbouring bars are longer than the timeframe. Gaps are counted and reported, never filled. */
export function countGaps(candles: Candles, timeframe: Timeframe): number {
  const { ts } = candles;
  const step = timeframeMs(timeframe);
  let gaps = 0;
  for (let t = 1; t < ts.length; t++) if (ts[t]! - ts[t - 1]! > step) gaps++;
  return gaps;
}
