import type { NormalizedRunConfig } from '@projecta/engine';
import type { JsonObject } from '@projecta/persistence';
import { searchEstimate } from './search-estimate.js';

/** What any run takes beside its bars: candles, artifacts, the flushes to the disk. */
const FIXED_MS = 100;
/** One bar once through a shuffle, indicators, strategy, simulation and metrics; what resamples returns only takes less. */
const NS_A_BAR = 250;
/** The run itself, and the causality certificate, which costs three passes at most. */
const OWN_PASSES = 4;

/** How much work a run is: bars × passes by constants, each trial, sample, path and fold of a grid point a pass; the search of a grid is judged beside that. A guess at the time, no promise. */
export function workEstimate({ validation }: NormalizedRunConfig, bars: number): JsonObject {
  const trials = Object.values(validation).reduce((sum, params) => sum + trialsOf(params), 0);
  const passes = bars * (OWN_PASSES + trials);
  const { overfitting, walk_forward } = validation;
  const search = overfitting ? searchEstimate({ blocks: Number(overfitting['blocks']), trials: pointsOf(walk_forward ?? {}), bars }) : 0;
  return { bars, trials, bar_passes: passes, estimated_ms: Math.round(FIXED_MS + (passes * NS_A_BAR) / 1e6 + search) };
}

function trialsOf(params: Readonly<Record<string, unknown>>): number {
  const [first] = ['trials', 'samples', 'paths'].map((name) => params[name]).filter((value) => typeof value === 'number');
  if (first !== undefined) return first;
  const { folds } = params;
  return typeof folds === 'number' ? folds * (pointsOf(params) + 1) : 0;
}

function pointsOf({ grid = {} }: Readonly<Record<string, unknown>>): number {
  return Object.values(grid as Readonly<Record<string, readonly unknown[]>>).reduce((product, { length }) => product * length, 1);
}
