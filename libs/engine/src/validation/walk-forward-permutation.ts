import type { Candles } from '@projecta/candles';
import { EQUITY_METRIC_IDS, type MetricId, statisticOf } from '@projecta/metrics';
import { randomStream } from '@projecta/random';
import { barShapes, permuteBars } from '@projecta/validation';
import { Arena } from '../run/arena.js';
import { pace } from '../trials/pace.js';
import { trialRunner } from '../trials/trial-runner.js';
import type { ValidatedRun } from './validated-run.js';
import { walkForwardChoice } from './walk-forward-choice.js';
import { walkForwardPlan } from './walk-forward-plan.js';
import { stitchedCurve } from './walk-forward-spans.js';
import { walkForwardTests } from './walk-forward-tests.js';

interface Asked {
  readonly trials: number;
  readonly statistic: MetricId;
}

/** The statistic on the market as it was, and on each shuffled one. */
export interface Permuted {
  readonly observed: number | null;
  readonly values: readonly (number | null)[];
}

/**
 * A bar permutation of a walk-forward with a grid (E1): every shuffled market gets the whole walk-forward, parameters chosen anew, and the statistic
 * is of the stitched out-of-sample equity. The bars of the first training window stay where they are.
 */
export async function walkForwardPermutation(run: ValidatedRun, { trials, statistic }: Asked): Promise<Permuted> {
  // only what an equity curve decides exists out of sample, end to end
  if (!EQUITY_METRIC_IDS.some((id) => id === statistic)) return { observed: null, values: Array<null>(trials).fill(null) };
  const plan = run.walkForward ?? (await walkForwardPlan(run, 'permutation'));
  const initialCash = run.config.execution.initial_cash;
  const read = statisticOf(statistic);
  const runner = trialRunner(run.candles, run.config.metrics.risk_free);
  const steps = pace('permutation', trials, run);
  const statisticOn = async (candles: Candles, trial: number): Promise<number | null> => {
    const atPace = (_: number, bars: number): Promise<void> => steps(trial, bars);
    runner.on(candles);
    const chosen = await walkForwardChoice({ plan, runner, initialCash, pace: atPace });
    return read(stitchedCurve(run, await walkForwardTests({ plan, runner, chosen, initialCash, pace: atPace })));
  };

  const observed = await statisticOn(run.candles, 0);
  const values: (number | null)[] = [];
  const arena = new Arena();
  const allocate = (length: number): Float64Array => arena.take(length);
  const shapes = barShapes(run.candles);
  const from = plan.folds[0]!.test.from;
  for (let trial = 0; trial < trials; trial++) {
    const stream = randomStream(run.config.seed, 'permutation', trial);
    values.push(await statisticOn(permuteBars(run.candles, stream, { from, shapes, allocate }), trial));
    arena.release();
  }
  return { observed, values };
}
