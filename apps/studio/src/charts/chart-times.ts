import type { UTCTimestamp } from 'lightweight-charts';

/** Times of bars as the charts count them: whole seconds. */
export function chartTimes(ts: Float64Array): UTCTimestamp[] {
  return Array.from(ts, (ms) => Math.floor(ms / 1000) as UTCTimestamp);
}
