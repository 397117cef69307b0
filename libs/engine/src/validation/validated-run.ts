import type { Candles } from '@projecta/candles';
import type { MetricId, MetricsInput } from '@projecta/metrics';
import type { Outcome } from '@projecta/simulator';
import type { Catalogue } from '../catalogue.js';
import type { NormalizedRunConfig } from '../config/normalized-run-config.js';
import type { Cancellation, OnProgress } from '../progress.js';
import type { Decided } from '../run/run-decisions.js';
import type { RunPlan } from '../run/run-plan.js';
import type { ValidationTrial } from '../validation-summary.js';
import type { WalkForwardPlan } from './walk-forward-plan.js';

/** The headline run as validation methods see it: its config, its market, its decisions and what came of them. */
export interface ValidatedRun {
  readonly config: NormalizedRunConfig;
  /** All plug-ins, and those of ours. */
  readonly catalogue: Catalogue;
  readonly builtIn: Catalogue;
  readonly plan: RunPlan;
  readonly candles: Candles;
  readonly decided: Decided;
  readonly outcome: Outcome;
  /** The walk-forward that the config asks for, checked before any method runs. */
  readonly walkForward?: WalkForwardPlan;
  readonly observed: (id: MetricId) => number | null;
  readonly onProgress?: OnProgress;
  readonly signal?: Cancellation;
}

/** What a method answers: its part of validation_summary.json and its rows of validation_detail.parquet. */
export interface MethodResult<S> {
  readonly summary: S;
  readonly detail: readonly ValidationTrial[];
}

/** What a metric is read from: an outcome on candles, under the run's own settings. */
export function measured(
  { plan, config }: ValidatedRun,
  { ts, close }: Candles,
  outcome: Outcome,
  allocate: (length: number) => Float64Array,
): MetricsInput {
  const initialCash = config.execution.initial_cash;
  const scratch = { returns: allocate(ts.length), order: allocate(ts.length) };
  return { ts, close, outcome, initialCash, periodsPerYear: plan.periodsPerYear, riskFree: config.metrics.risk_free, scratch };
}
