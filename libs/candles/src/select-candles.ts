import type { Candles } from './candles.js';
import { countGaps } from './count-gaps.js';
import { resampleCandles } from './resample-candles.js';
import { sliceCandles } from './slice-candles.js';
import type { Timeframe } from './timeframe.js';

export interface Selection {
  readonly timeframe: Timeframe;
  /** First instant, epoch ms. */
  readonly start: number;
  /** First instant after it, epoch ms. */
  readonly end: number;
}

/**
 * The candles a run sees, with the number of gaps in them: the WHOLE data set is resampled, then sliced by bin start,
 * so that a bin cut by `start` or `end` still holds all its bars. Errors are those of `resampleCandles`.
 */
export function selectCandles(candles: Candles, { timeframe, start, end }: Selection): { candles: Candles; gaps: number } {
  const selected = sliceCandles(resampleCandles(candles, timeframe), start, end);
  return { candles: selected, gaps: countGaps(selected, timeframe) };
}
