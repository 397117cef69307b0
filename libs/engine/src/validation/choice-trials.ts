import type { Trials } from '../pool/trials.js';
import { trialRunner } from '../trials/trial-runner.js';
import type { HeadlineRun } from './headline-run.js';
import { objectivesOf } from './walk-forward-choice.js';

/** What each fold of a walk-forward chooses from: a trial is a grid point, its numbers are its objective fold by fold. */
export function choiceTrials({ walkForward, candles, config }: HeadlineRun): Trials {
  const plan = walkForward!;
  const runner = trialRunner(candles, config.metrics.risk_free);
  const bars = plan.folds.reduce((sum, { train }) => sum + train.to, 0);
  return {
    count: plan.candidates.count,
    width: plan.folds.length,
    bars,
    values: objectivesOf({ plan, runner, initialCash: config.execution.initial_cash }),
  };
}
