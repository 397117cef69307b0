import type { Distribution } from '../permutation-summary.js';
import type { GridPoint } from '../walk-forward/grid-points.js';

/** The largest statistic of a search, observed and in bootstrap samples without an edge. */
export interface BootstrapMaximum {
  /** Null where no trial's excess return varies. */
  readonly observed: number | null;
  readonly p_value_se: number | null;
  readonly distribution: Distribution;
}

/** The answer about a search: names.md, `overfitting`, with what its numbers are made of. */
export interface OverfittingSummary {
  readonly verdict: string;
  readonly null_hypothesis: string;
  readonly seed: number;
  readonly blocks: number;
  readonly samples: number;
  readonly benchmark: 'buy_and_hold' | 'cash';
  /** Share of splits whose best in sample came out in the lower half out of sample. */
  readonly pbo: number;
  /** Between what 90 of 100 searches among pure noise of the same size come out. */
  readonly pbo_noise_band: { readonly low: number; readonly high: number };
  readonly pbo_noise: Distribution;
  /** Probability that the best trial's true Sharpe ratio exceeds the largest that chance alone would give. */
  readonly dsr: number | null;
  readonly sidak_p: number | null;
  readonly reality_check_p: number | null;
  readonly spa_p: number | null;
  readonly spa_p_lower: number | null;
  readonly spa_p_upper: number | null;
  /** N: grid points that run. */
  readonly trials: number;
  /** What the grid says of the trial with the largest Sharpe ratio. */
  readonly best: GridPoint;
  /** Its Sharpe ratio per bar, and the largest to expect of so many trials without an edge. */
  readonly best_sharpe: number | null;
  readonly expected_maximum_sharpe: number | null;
  /** Bars: mean block of the bootstrap. */
  readonly block_length: number;
  /** White's √n·mean, and Hansen's √n·mean/ω floored at 0. */
  readonly reality_check: BootstrapMaximum;
  readonly spa: BootstrapMaximum;
}
