import type { Candles } from '@projecta/candles';
import { EQUITY_METRIC_IDS, statisticOf } from '@projecta/metrics';
import { randomStream } from '@projecta/random';
import { barShapes, permuteBars } from '@projecta/validation';
import type { Trials } from '../pool/trials.js';
import { Arena } from '../run/arena.js';
import { dueEveryQuantum } from '../trials/pace.js';
import { trialRunner } from '../trials/trial-runner.js';
import type { HeadlineRun } from './headline-run.js';
import type { AskedPermutation } from './permutation-trials.js';
import { chosenBy, objectivesOf } from './walk-forward-choice.js';
import { stitchedCurve } from './walk-forward-spans.js';
import { walkForwardTests } from './walk-forward-tests.js';

/**
 * A bar permutation of a walk-forward with a grid (E1): every shuffled market gets the whole walk-forward, parameters chosen anew, and the statistic
 * is of the stitched out-of-sample equity. The bars of the first training window stay where they are. Trial 0 is the market as it was, t + 1 is trial t.
 */
export function walkForwardPermutationTrials(run: HeadlineRun): Trials {
  const { trials, statistic } = run.config.validation['permutation'] as unknown as AskedPermutation;
  const plan = run.walkForward!;
  const { folds, candidates } = plan;
  const runner = trialRunner(run.candles, run.config.metrics.risk_free);
  const choosing = { plan, runner, initialCash: run.config.execution.initial_cash };
  const objectives = objectivesOf(choosing);
  const isDue = dueEveryQuantum();
  const bars = candidates.count * folds.reduce((sum, { train }) => sum + train.to, run.candles.ts.length);
  // only what an equity curve decides exists out of sample, end to end
  if (!EQUITY_METRIC_IDS.some((id) => id === statistic)) {
    return { count: trials + 1, width: 1, bars: 1, values: (_, into, at) => void (into[at] = NaN) };
  }
  const read = statisticOf(statistic);
  const shapes = barShapes(run.candles);
  const arena = new Arena();
  const allocate = (length: number): Float64Array => arena.take(length);

  return {
    ...{ count: trials + 1, width: 1, bars },
    *values(trial, into, at) {
      runner.on(trial === 0 ? run.candles : shuffled(trial - 1));
      const found = new Float64Array(candidates.count * folds.length);
      for (let one = 0; one < candidates.count; one++) yield* objectives(one, found, one * folds.length);
      const tests = walkForwardTests({ ...choosing, chosen: chosenBy(found, plan) });
      let step = tests.next();
      for (; !step.done; step = tests.next()) if (isDue(folds[step.value]!.test.to)) yield;
      into[at] = read(stitchedCurve(run, step.value)) ?? NaN;
      arena.release();
    },
  };

  function shuffled(trial: number): Candles {
    const stream = randomStream(run.config.seed, 'permutation', trial);
    return permuteBars(run.candles, stream, { from: folds[0]!.test.from, shapes, allocate });
  }
}
