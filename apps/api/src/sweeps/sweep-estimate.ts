import type { NormalizedSweep } from '@projecta/engine';
import type { JsonObject } from '@projecta/persistence';
import { searchEstimate } from '../runs/search-estimate.js';

/** What any sweep takes beside its trials: candles, artifacts, the flushes to the disk. */
const FIXED_MS = 100;
/** A trial's config, identity and metrics, whatever its bars. */
const MS_A_TRIAL = 0.3;
/** One bar once through strategy, simulation and metrics, with indicators that trials share. */
const NS_A_BAR = 30;
/** Certificates of a sample of the trials, three passes each. */
const CERTIFICATES = 17 * 3;

/** How much work a sweep is: bars × passes by constants. A judged one passes each trial again, its samples pass the returns, and its search is judged beside that. A guess, no promise. */
export function sweepEstimate(
  { overfitting }: NormalizedSweep,
  { bars, trials }: { readonly bars: number; readonly trials: number },
): JsonObject {
  const judged = overfitting === undefined ? 0 : trials + Number(overfitting['samples']);
  const passes = bars * (trials + Math.min(trials * 3, CERTIFICATES) + judged);
  const search = overfitting === undefined ? 0 : searchEstimate({ blocks: Number(overfitting['blocks']), trials, bars });
  return {
    bars,
    trials,
    bar_passes: passes,
    estimated_ms: Math.round(FIXED_MS + trials * MS_A_TRIAL + (passes * NS_A_BAR) / 1e6 + search),
  };
}
