import { METRICS, statisticOf } from '@projecta/metrics';
import { bestByObjective } from '@projecta/validation';
import type { TrialRunner } from '../trials/trial-runner.js';
import type { Pace } from '../trials/pace.js';
import type { WalkForwardPlan } from './walk-forward-plan.js';

export interface Choosing {
  readonly plan: WalkForwardPlan;
  readonly runner: TrialRunner;
  readonly initialCash: number;
  /** Told after every train run how many grid points are done. */
  readonly pace: Pace;
}

/**
 * The trial that each fold chooses: the best by objective on its train window, the first that ties with it (E8, E11); one without a value ranks last.
 * Each point is decided once and simulated on every window; of what it does only the objective is kept.
 */
export async function walkForwardChoice({ plan, runner, initialCash, pace }: Choosing): Promise<number[]> {
  const { folds, trials, objective, chooses } = plan;
  if (!chooses) return folds.map(() => 0);
  const read = statisticOf(objective);
  const lowerIsBetter = METRICS.find((metric) => metric.id === objective)?.lowerIsBetter ?? false;
  const values = folds.map(() => new Float64Array(trials.count));
  for (let trial = 0; trial < trials.count; trial++) {
    const decided = runner.decide(trials.plan(trial));
    for (const [i, { train }] of folds.entries()) {
      const value = read(decided.run({ ...train, initialCash }));
      values[i]![trial] = value ?? NaN;
      await pace(trial, train.to);
    }
  }
  return values.map((ofFold) => bestByObjective(ofFold, lowerIsBetter));
}
