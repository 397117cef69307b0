import { dateTicks } from '../scales/date-ticks.js';
import type { DateAxis } from './plot.js';

/** The dates of a run's bars: at most ten on a wide page, four on a phone. */
export function runAxis(ts: Float64Array): DateAxis {
  return { bars: ts.length, wide: dateTicks(ts, 11), narrow: dateTicks(ts, 5) };
}
