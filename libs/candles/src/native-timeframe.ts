import { ProjectaError } from '@projecta/errors';
import type { Candles } from './candles.js';
import { TIMEFRAMES, timeframeOfMs, type Timeframe } from './timeframe.js';

/**
 * The data set's own timeframe: its most frequent step, the smaller of two equally frequent ones.
 * Throws DATA_INVALID when there are fewer than two bars or when that step is no timeframe.
 */
export function nativeTimeframe(candles: Candles): Timeframe {
  if (candles.ts.length < 2) throw invalid(`The candles hold ${candles.ts.length} bar(s), and a timeframe shows only between two.`);
  const step = mostFrequentStep(candles.ts);
  const timeframe = timeframeOfMs(step);
  if (timeframe === undefined) {
    throw invalid(`The most frequent step between bars is ${step} ms, which is no timeframe. Bars must be ${TIMEFRAMES.join(', ')} apart.`);
  }
  return timeframe;
}

function mostFrequentStep(ts: Float64Array): number {
  const counts = new Map<number, number>();
  let step = ts[1]! - ts[0]!;
  let run = 0; // equal steps come in long runs, so the map is touched once a run
  for (let t = 1; t < ts.length; t++) {
    const next = ts[t]! - ts[t - 1]!;
    if (next !== step) {
      counts.set(step, (counts.get(step) ?? 0) + run);
      step = next;
      run = 0;
    }
    run++;
  }
  counts.set(step, (counts.get(step) ?? 0) + run);
  return [...counts].reduce((best, one) => (one[1] > best[1] || (one[1] === best[1] && one[0] < best[0]) ? one : best))[0];
}

function invalid(message: string): ProjectaError {
  return new ProjectaError('DATA_INVALID', message, [{ path: '/ts', code: 'DATA_INVALID', message }]);
}
