import type { MetricId, Metrics } from '@projecta/metrics';
import type { GridPoint, OverfittingSummary } from '@projecta/validation';
import type { PluginIdentity, RunIdentity } from '../identity.js';
import type { RunWarning } from '../run-result.js';
import type { ValidationTrial } from '../validation-summary.js';
import type { SkippedPoints } from './skipped-points.js';
import type { NormalizedSweep } from './sweep-config.js';
import type { SweepTable } from './sweep-table.js';

/** What a sweep is: the SHA-256 of its canonical JSON is the sweep_hash. */
export interface SweepIdentity {
  readonly sweep: NormalizedSweep;
  readonly data: RunIdentity['data'];
  readonly engine: RunIdentity['engine'];
  /** The plug-ins of all trials, sorted; built-in ones are left out. */
  readonly plugins: readonly PluginIdentity[];
}

/** A trial of a sweep. */
export interface SweepBest {
  readonly row: number;
  readonly trial: number;
  readonly run_hash: string;
  readonly params: GridPoint;
  /** Its objective; null where no trial has one. */
  readonly value: number | null;
  readonly metrics: Metrics;
}

export interface SweepResult {
  readonly sweep_hash: string;
  readonly identity: SweepIdentity;
  /** The normal form. */
  readonly sweep: NormalizedSweep;
  readonly objective: MetricId;
  readonly lower_is_better: boolean;
  /** Combinations of the grid, or rows drawn. */
  readonly tried: number;
  readonly trials: SweepTable;
  readonly best: SweepBest;
  readonly skipped: SkippedPoints;
  /** By row: the Sharpe ratio per bar, not annualised, NaN where there is none; with `returns` what a ledger of tried configs keeps. */
  readonly sharpe_per_bar: Float64Array;
  /** Bar returns of each trial. */
  readonly returns: number;
  readonly periods_per_year: number;
  /** What to know of the bars, as in the summary of every trial's run: GAPS, ANNUALIZATION_GUESSED. */
  readonly warnings: readonly RunWarning[];
  /** Trials whose decisions were recomputed without their future. */
  readonly certified: number;
  /** Asked for; of the distinct runs. Its `best` is the one with the largest Sharpe ratio, whatever the objective. */
  readonly overfitting?: OverfittingSummary;
  /** Numbers behind it, as in validation_detail: sharpe_per_bar and mean_excess by trial. */
  readonly overfitting_detail: readonly ValidationTrial[];
}
