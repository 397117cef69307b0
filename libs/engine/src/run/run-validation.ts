import { METRICS, type MetricId, statisticOf } from '@projecta/metrics';
import { randomStream } from '@projecta/random';
import { type Outcome } from '@projecta/simulator';
import { permutationTest, permuteBars, rotateDirections } from '@projecta/validation';
import { type Candles } from '@projecta/candles';
import { type NormalizedRunConfig } from '../config/normalized-run-config.js';
import { checkpoint, type Cancellation, type OnProgress } from '../progress.js';
import { type ValidationSummary, type ValidationTrial } from '../validation-summary.js';
import { Arena } from './arena.js';
import { type Decided, decidePlan } from './run-decisions.js';
import { type RunPlan } from './run-plan.js';

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
  const values: (number | null)[] = [];
  for (let trial = 0; trial < trials; trial++) {
    await checkpoint({ stage: 'permutation', done: trial, total: trials }, run);
    const stream = randomStream(run.config.seed, 'permutation', trial);
    if (method === 'signals') {
      const outcome = run.decided.run({ directions: rotateDirections(run.decided.directions, stream), allocate });
      values.push(statisticIn(run, read, run.candles, outcome));
    } else {
      const candles = permuteBars(run.candles, stream);
      values.push(statisticIn(run, read, candles, decidePlan(run.plan, candles, { scratch: allocate, columns: allocate }).run()));
    }
    arena.release();
  }
  return values;
}

function statisticIn(
  { plan, config }: ValidatedRun,
  read: ReturnType<typeof statisticOf>,
  { ts, close }: Candles,
  outcome: Outcome,
): number | null {
  return read({
    ts,
    close,
    outcome,
    initialCash: config.execution.initial_cash,
    periodsPerYear: plan.periodsPerYear,
    riskFree: config.metrics.risk_free,
  });
}
