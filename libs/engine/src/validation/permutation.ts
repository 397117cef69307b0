import { METRICS } from '@projecta/metrics';
import { type PermutationSummary, permutationTest } from '@projecta/validation';
import { checkpoint } from '../progress.js';
import type { AskedPermutation } from './permutation-trials.js';
import { type MethodResult, orNull, type ValidatedRun } from './validated-run.js';

/** The run on shuffled markets, or with its decisions at other times: how often chance does as well. */
export async function runPermutation(run: ValidatedRun): Promise<MethodResult<PermutationSummary>> {
  const asked = run.config.validation['permutation'] as unknown as AskedPermutation;
  const { method, statistic } = asked;
  const of = method === 'bars' && run.walkForward?.chooses ? 'walk_forward' : 'run';
  const { observed, values } = of === 'walk_forward' ? await onWalkForward(run, asked) : await onRun(run, asked);
  const lowerIsBetter = METRICS.find((metric) => metric.id === statistic)?.lowerIsBetter ?? false;
  const { seed } = run.config;
  return {
    summary: permutationTest({ method, statistic, lowerIsBetter, observed, values, of, seed }),
    detail: values.map((value, trial) => ({ method: 'permutation', trial, metric: statistic, value })),
  };
}

/** The statistic on the market as it was, and on each shuffled one. */
interface Permuted {
  readonly observed: number | null;
  readonly values: readonly (number | null)[];
}

async function onRun(run: ValidatedRun, { trials, statistic }: AskedPermutation): Promise<Permuted> {
  const values = Array<number | null>(trials);
  await run.compute(
    { kind: 'permutation' },
    {
      put: (trial, from, at) => void (values[trial] = orNull(from[at]!)),
      tell: (done) => checkpoint({ stage: 'permutation', done, total: trials }, run),
    },
  );
  return { observed: run.observed(statistic), values };
}

/** The first of the trials of a walk-forward is the market as it was. */
async function onWalkForward(run: ValidatedRun, { trials }: AskedPermutation): Promise<Permuted> {
  let observed: number | null = null;
  const values = Array<number | null>(trials).fill(null);
  await run.compute(
    { kind: 'walk_forward_permutation' },
    {
      put(trial, from, at) {
        const value = orNull(from[at]!);
        if (trial === 0) observed = value;
        else values[trial - 1] = value;
      },
      tell: (done) => checkpoint({ stage: 'permutation', done: Math.max(0, done - 1), total: trials }, run),
    },
  );
  return { observed, values };
}
