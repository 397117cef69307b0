import { METRICS, type MetricId, statisticOf } from '@projecta/metrics';
import { randomStream } from '@projecta/random';
import { barShapes, type PermutationSummary, permutationTest, permuteBars, rotateDirections } from '@projecta/validation';
import { checkpoint } from '../progress.js';
import { Arena } from '../run/arena.js';
import { decidePlan } from '../run/run-decisions.js';
import { measured, type MethodResult, type ValidatedRun } from './validated-run.js';
import { walkForwardPermutation } from './walk-forward-permutation.js';

interface Asked {
  readonly trials: number;
  readonly method: 'bars' | 'signals';
  readonly statistic: MetricId;
}

/** The run on shuffled markets, or with its decisions at other times: how often chance does as well. */
export async function runPermutation(run: ValidatedRun): Promise<MethodResult<PermutationSummary>> {
  const asked = run.config.validation['permutation'] as unknown as Asked;
  const { method, statistic } = asked;
  const of = method === 'bars' && run.walkForward?.chooses ? 'walk_forward' : 'run';
  const { observed, values } =
    of === 'walk_forward'
      ? await walkForwardPermutation(run, asked)
      : { observed: run.observed(statistic), values: await trialValues(run, asked) };
  const lowerIsBetter = METRICS.find((metric) => metric.id === statistic)?.lowerIsBetter ?? false;
  const { seed } = run.config;
  return {
    summary: permutationTest({ method, statistic, lowerIsBetter, observed, values, of, seed }),
    detail: values.map((value, trial) => ({ method: 'permutation', trial, metric: statistic, value })),
  };
}

async function trialValues(run: ValidatedRun, { trials, method, statistic }: Asked): Promise<(number | null)[]> {
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
