import { distributionOf } from '../distribution.js';
import type { GridPoint } from '../walk-forward/grid-points.js';
import type { BestTrial } from './best-trial.js';
import type { BootstrapMaximum, OverfittingSummary } from './overfitting-summary.js';
import { overfittingVerdict, SEARCH_NULL } from './overfitting-verdict.js';
import { noiseBand } from './pbo-noise.js';
import { type SnoopingTest, snoopingAnswer } from './snooping-test.js';

/** All that was found about a search. */
export interface SearchFindings {
  readonly seed: number;
  readonly trials: number;
  readonly benchmark: 'buy_and_hold' | 'cash';
  readonly blocks: number;
  readonly pbo: number;
  /** Choices of half the blocks. */
  readonly splits: number;
  /** PBO of each matrix of noise. */
  readonly noise: readonly number[];
  readonly best: GridPoint;
  readonly bestTrial: BestTrial;
  readonly snooping: SnoopingTest;
}

/** The summary of a search with its verdict. */
export function overfittingSummary(found: SearchFindings): OverfittingSummary {
  const { seed, trials, benchmark, blocks, pbo, splits, noise, best, bestTrial, snooping } = found;
  const p = snoopingAnswer(snooping);
  const exists = snooping.observed.varying > 0;
  const maximum = (observed: number, pValue: number | null, maxima: Float64Array): BootstrapMaximum => ({
    observed: exists ? observed : null,
    p_value_se: pValue === null ? null : Math.sqrt((pValue * (1 - pValue)) / snooping.samples),
    distribution: distributionOf(exists ? Array.from(maxima) : []),
  });
  const numbers = { trials, benchmark, blocks, pbo, pbo_noise_band: noiseBand(noise), ...bestTrial, ...p, best };
  const maxima = {
    reality_check: maximum(snooping.observed.white, p.reality_check_p, snooping.white),
    spa: maximum(snooping.observed.spa, p.spa_p, snooping.spa),
  };
  return {
    verdict: overfittingVerdict({ ...numbers, ...maxima, splits }),
    null_hypothesis: SEARCH_NULL,
    seed,
    samples: snooping.samples,
    ...numbers,
    pbo_noise: distributionOf(noise),
    block_length: snooping.blockLength,
    ...maxima,
  };
}
