import { expectedMaximumSharpe } from './expected-maximum-sharpe.js';
import { probabilisticSharpe, type SharpeSample } from './probabilistic-sharpe.js';

export interface Selection extends Omit<SharpeSample, 'benchmark'> {
  /** Variance of the per-period Sharpe ratios over the trials (ddof 1). */
  readonly variance: number;
  /** How many trials the best was chosen from. */
  readonly trials: number;
}

/**
 * The probabilistic Sharpe ratio against the largest that chance alone would give among so many trials.
 * Bailey & López de Prado (2014), "The Deflated Sharpe Ratio". For one trial it is held against 0.
 */
export function deflatedSharpe({ variance, trials, ...sample }: Selection): number {
  return probabilisticSharpe({ ...sample, benchmark: expectedMaximumSharpe(variance, trials) });
}
