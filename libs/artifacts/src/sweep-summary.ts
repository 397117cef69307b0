import type { SkippedPoints, SweepResult } from '@projecta/engine';
import { type SweepPlateau, sweepPlateau, type SweepWarning, sweepWarnings } from '@projecta/report';

/** summary.json of a sweep: everything about it that fits on a page. */
export interface SweepSummary {
  readonly sweep_hash: string;
  /** SHA-256 of config.json, the normal form of the sweep. */
  readonly config_hash: string;
  readonly data_hash: string;
  readonly symbol: string;
  readonly timeframe: string;
  readonly start: string;
  readonly end: string;
  readonly bars: number;
  readonly objective: string;
  readonly lower_is_better: boolean;
  /** Combinations of the grid, or rows drawn. */
  readonly tried: number;
  /** Trials that ran: rows of sweep.parquet. */
  readonly trials: number;
  readonly skipped: SkippedPoints;
  readonly best: SweepResult['best'];
  /** Trials whose decisions were recomputed without their future. */
  readonly certified: number;
  /** What lies around the best; null for random draws, or where no number varies. */
  readonly plateau: SweepPlateau | null;
  readonly warnings: readonly SweepWarning[];
  /** The verdict under `overfitting` where the search was judged; its numbers stand in validation_summary.json. */
  readonly validation: Readonly<Record<string, string>>;
}

/** summary.json of a sweep whose config.json has the given hash. */
export function sweepSummary(result: SweepResult, config_hash: string): SweepSummary {
  const { sweep_hash, identity, sweep, objective, lower_is_better, tried, trials, skipped, best, certified, overfitting } = result;
  const { symbol, timeframe, bars, data_hash } = identity.data;
  const plateau = sweepPlateau(result);
  return {
    ...{ sweep_hash, config_hash, data_hash, symbol, timeframe, start: sweep.base.start, end: sweep.base.end, bars },
    ...{ objective, lower_is_better, tried, trials: trials.rows, skipped, best, certified, plateau },
    warnings: sweepWarnings(result, plateau),
    validation: overfitting ? { overfitting: overfitting.verdict } : {},
  };
}
