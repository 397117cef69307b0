import type { NormalizedRunConfig } from '@projecta/engine';
import type { JsonObject } from '@projecta/persistence';

/** What any run takes beside its bars: candles, artifacts, the flushes to the disk. */
const FIXED_MS = 100;
/** One bar once through a shuffle, indicators, strategy, simulation and metrics; what resamples returns only takes less. */
const NS_A_BAR = 250;
/** The run itself, and the causality certificate, which costs three passes at most. */
const OWN_PASSES = 4;

/** How much work a run is: bars × passes by constants, each trial, sample, path and fold of a grid point a pass. A guess at the time, no promise. */
export function workEstimate({ validation }: NormalizedRunConfig, bars: number): JsonObject {
  const trials = Object.values(validation).reduce((sum, params) => sum + trialsOf(params), 0);
  const passes = bars * (OWN_PASSES + trials);
  return { bars, trials, bar_passes: passes, estimated_ms: Math.round(FIXED_MS + (passes * NS_A_BAR) / 1e6) };
}

function trialsOf(params: Readonly<Record<string, unknown>>): number {
  const [first] = ['trials', 'samples', 'paths'].map((name) => params[name]).filter((value) => typeof value === 'number');
  if (first !== undefined) return first;
  const { folds, grid } = params;
  const points = Object.values((grid ?? {}) as Readonly<Record<string, readonly unknown[]>>).reduce(
    (product, { length }) => product * length,
    1,
  );
  return typeof folds === 'number' ? folds * (points + 1) : 0;
}
