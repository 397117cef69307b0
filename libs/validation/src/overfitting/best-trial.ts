import { deflatedSharpe, expectedMaximumSharpe, probabilisticSharpe } from '@projecta/metrics';
import { firstLargest, sampleStd } from '@projecta/numeric';
import { sidak } from './sidak.js';
import type { TrialShape } from './trial-shape.js';

/** What searching did to the best Sharpe ratio. Null where no trial has one. */
export interface BestTrial {
  readonly best_sharpe: number | null;
  /** The largest Sharpe ratio per bar to expect of as many trials without an edge. */
  readonly expected_maximum_sharpe: number | null;
  readonly dsr: number | null;
  readonly sidak_p: number | null;
}

/** The first trial that ties with the largest Sharpe ratio (E11); trial 0 where none has one. */
export function bestOf(sharpes: Float64Array): number {
  return Math.max(0, firstLargest(sharpes));
}

/**
 * The best trial's Sharpe ratio deflated for the search (E9): N and the variance V (ddof 1) are over the trials that have one.
 * `sharpes` are per bar, NaN for none; `shape` is the best trial's.
 */
export function bestTrial(sharpes: Float64Array, { n, sharpe, skew, kurtosis }: TrialShape): BestTrial {
  if (sharpe === null) return { best_sharpe: null, expected_maximum_sharpe: null, dsr: null, sidak_p: null };
  const existing = sharpes.filter((one) => !Number.isNaN(one));
  const trials = existing.length;
  const variance = trials > 1 ? squared(sampleStd(existing)) : 0;
  const sample = { sharpe, skew, kurtosis, n };
  return {
    best_sharpe: sharpe,
    expected_maximum_sharpe: expectedMaximumSharpe(variance, trials),
    dsr: orNull(deflatedSharpe({ ...sample, variance, trials })),
    sidak_p: orNull(sidak(probabilisticSharpe({ ...sample, benchmark: 0 }), trials)),
  };
}

function orNull(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

function squared(x: number): number {
  return x * x;
}
