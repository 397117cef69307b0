import type { MetricsInput } from '@projecta/metrics';
import type { Pace } from '../trials/pace.js';
import type { TrialRunner } from '../trials/trial-runner.js';
import type { WalkForwardPlan } from './walk-forward-plan.js';

export interface Testing {
  readonly plan: WalkForwardPlan;
  readonly runner: TrialRunner;
  /** The trial of each fold. */
  readonly chosen: readonly number[];
  readonly initialCash: number;
  readonly pace: Pace;
  /** Told of each fold's test before the next is run; what it is given holds for the call. */
  readonly onTest?: (fold: number, input: MetricsInput) => void;
}

/** The tests' equity, end to end: each starts flat with the equity the last one ended with (§9). From the first test's bar to the run's last. */
export async function walkForwardTests({ plan, runner, chosen, initialCash, pace, onTest }: Testing): Promise<Float64Array> {
  const { folds, trials } = plan;
  const first = folds[0]!.test.from;
  const stitched = new Float64Array(folds.at(-1)!.test.to - first);
  let cash = initialCash;
  for (const [i, { test }] of folds.entries()) {
    const input = runner.decide(trials.plan(chosen[i]!)).run({ ...test, initialCash: cash });
    stitched.set(input.outcome.equity, test.from - first);
    cash = stitched[test.to - 1 - first]!;
    onTest?.(i, input);
    await pace(i, test.to);
  }
  return stitched;
}
