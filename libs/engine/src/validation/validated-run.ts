import type { Candles } from '@projecta/candles';
import type { MetricId, MetricsInput } from '@projecta/metrics';
import type { Outcome } from '@projecta/simulator';
import type { ComputeTrials } from '../pool/trial-computer.js';
import type { RunJob } from '../pool/trial-job.js';
import type { Cancellation, OnProgress } from '../progress.js';
import type { ValidationTrial } from '../validation-summary.js';
import type { HeadlineRun } from './headline-run.js';

/** The headline run as validation methods see it. */
export interface ValidatedRun extends HeadlineRun {
  readonly observed: (id: MetricId) => number | null;
  readonly onProgress?: OnProgress;
  readonly signal?: Cancellation;
  /** Has trials computed, by whomever. */
  readonly compute: ComputeTrials<RunJob>;
}

/** What a method answers: its part of validation_summary.json and its rows of validation_detail.parquet. */
export interface MethodResult<S> {
  readonly summary: S;
  readonly detail: readonly ValidationTrial[];
}

/** What a metric is read from: an outcome on candles, under the run's own settings. */
export function measured(
  { plan, config }: HeadlineRun,
  { ts, close }: Candles,
  outcome: Outcome,
  allocate: (length: number) => Float64Array,
): MetricsInput {
  const initialCash = config.execution.initial_cash;
  const scratch = { returns: allocate(ts.length), order: allocate(ts.length) };
  return { ts, close, outcome, initialCash, periodsPerYear: plan.periodsPerYear, riskFree: config.metrics.risk_free, scratch };
}

/** A number of a trial; NaN stands for none. */
export function orNull(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}
