import { METRICS, type MetricId, statisticOf } from '@projecta/metrics';
import { bestByObjective } from '@projecta/validation';
import { dueEveryQuantum } from '../trials/pace.js';
import type { TrialRunner } from '../trials/trial-runner.js';
import type { WalkForwardPlan } from './walk-forward-plan.js';

export interface Choosing {
  readonly plan: WalkForwardPlan;
  readonly runner: TrialRunner;
  readonly initialCash: number;
}

/**
 * What each fold chooses from, grid point by grid point: writes its objective on every fold's train window, NaN for none.
 * The point is decided once and simulated on every window; of what it does only the objective is kept.
 */
export function objectivesOf({ plan, runner, initialCash }: Choosing): (trial: number, into: Float64Array, at: number) => Generator<void> {
  const { folds, candidates, objective } = plan;
  const read = statisticOf(objective);
  const isDue = dueEveryQuantum();
  return function* (trial, into, at) {
    const decided = runner.decide(candidates.plan(trial));
    for (const [i, { train }] of folds.entries()) {
      into[at + i] = read(decided.run({ ...train, initialCash })) ?? NaN;
      if (isDue(train.to)) yield;
    }
  };
}

/** The trial of each fold: the best by objective, the first that ties with it (E8, E11); one without a value ranks last. `objectives` by trial, then by fold. */
export function chosenBy(objectives: Float64Array, { folds, objective }: WalkForwardPlan): number[] {
  const lowerIsBetter = isLowerBetter(objective);
  const count = objectives.length / folds.length;
  return folds.map((_, i) => {
    const ofFold = Float64Array.from({ length: count }, (_, trial) => objectives[trial * folds.length + i]!);
    return bestByObjective(ofFold, lowerIsBetter);
  });
}

function isLowerBetter(objective: MetricId): boolean {
  return METRICS.find((metric) => metric.id === objective)?.lowerIsBetter ?? false;
}
