import { METRICS, type MetricId, type MetricsInput, statisticOf } from '@projecta/metrics';
import { randomStream } from '@projecta/random';
import type { Outcome } from '@projecta/simulator';
import { barShapes, permutationTest, permuteBars, rotateDirections } from '@projecta/validation';
import type { Candles } from '@projecta/candles';
import type { NormalizedRunConfig } from '../config/normalized-run-config.js';
import { checkpoint, type Cancellation, type OnProgress } from '../progress.js';
import type { ValidationSummary, ValidationTrial } from '../validation-summary.js';
import { Arena } from './arena.js';
import { type Decided, decidePlan } from './run-decisions.js';
import type { RunPlan } from './run-plan.js';

interface ValidatedRun {
  readonly config: NormalizedRunConfig;
  readonly plan: RunPlan;
  readonly candles: Candles;
  readonly decided: Decided;
  readonly observed: (id: MetricId) => number | null;
  readonly onProgress?: OnProgress;
  readonly signal?: Cancellation;
}

export interface Validated {
  readonly summary: ValidationSummary;
  readonly detail: readonly ValidationTrial[];
}

/** Runs the validation methods that the config asks for. */
export async function runValidation(run: ValidatedRun): Promise<Validated> {
  const asked = run.config.validation['permutation'];
  if (!asked) return { summary: {}, detail: [] };
  const { trials, method, statistic } = asked as unknown as { trials: number; method: 'bars' | 'signals'; statistic: MetricId };
  const values = await permutationValues(run, { trials, method, statistic });
  const lowerIsBetter = METRICS.find((metric) => metric.id === statistic)?.lowerIsBetter ?? false;
  const { seed } = run.config;
  return {
    summary: {
      permutation: permutationTest({ method, statistic, lowerIsBetter, observed: run.observed(statistic), values, of: 'run', seed }),
    },
    detail: values.map((value, trial) => ({ method: 'permutation', trial, metric: statistic, value })),
  };
}

async function permutationValues(
  run: ValidatedRun,
  { trials, method, statistic }: { readonly trials: number; readonly method: 'bars' | 'signals'; readonly statistic: MetricId },
): Promise<(number | null)[]> {
  const read = statisticOf(statistic);
  const arena = new Arena();
  const allocate = (length: number): Float64Array => arena.take(length);
  const shapes = method === 'bars' ? barShapes(run.candles) : undefined;
  const values: (number | null)[] = [];
  for (let trial = 0; trial < trials; trial++) {
    await checkpoint({ stage: 'permutation', done: trial, total: trials }, run);
    const stream = randomStream(run.config.seed, 'permutation', trial);
    if (!shapes) {
      const outcome = run.decided.run({ directions: rotateDirections(run.decided.directions, stream), allocate });
      values.push(read(measured(run, run.candles, outcome, allocate)));
    } else {
      const candles = permuteBars(run.candles, stream, { allocate, shapes });
      const outcome = decidePlan(run.plan, candles, { scratch: allocate, columns: allocate }).run();
      values.push(read(measured(run, candles, outcome, allocate)));
    }
    arena.release();
  }
  return values;
}

/** What a metric is read from: one trial's outcome, under the run's own settings. */
function measured(
  { plan, config }: ValidatedRun,
  { ts, close }: Candles,
  outcome: Outcome,
  allocate: (length: number) => Float64Array,
): MetricsInput {
  const initialCash = config.execution.initial_cash;
  const scratch = { returns: allocate(ts.length), order: allocate(ts.length) };
  return { ts, close, outcome, initialCash, periodsPerYear: plan.periodsPerYear, riskFree: config.metrics.risk_free, scratch };
}
