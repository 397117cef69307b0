import type { MetricsInput } from '@projecta/metrics';
import type { Choosing } from './walk-forward-choice.js';

export interface Testing extends Choosing {
  /** The trial of each fold. */
  readonly chosen: readonly number[];
  /** Told of each fold's test before the next is run; what it is given holds for the call. */
  readonly onTest?: (fold: number, input: MetricsInput) => void;
}

/**
 * The tests' equity, end to end: each starts flat with the equity the last one ended with (§9). From the first test's bar to the run's last.
 * Pauses after each test with the number of the fold.
 */
export function* walkForwardTests({ plan, runner, chosen, initialCash, onTest }: Testing): Generator<number, Float64Array, void> {
  const { folds, candidates } = plan;
  const first = folds[0]!.test.from;
  const stitched = new Float64Array(folds.at(-1)!.test.to - first);
  let cash = initialCash;
  for (const [i, { test }] of folds.entries()) {
    const input = runner.decide(candidates.plan(chosen[i]!)).run({ ...test, initialCash: cash });
    stitched.set(input.outcome.equity, test.from - first);
    cash = stitched[test.to - 1 - first]!;
    onTest?.(i, input);
    yield i;
  }
  return stitched;
}
