import { returnsOf } from '@projecta/metrics';
import type { ParamsOf } from '@projecta/plugin';
import type { overfitting } from '@projecta/validation';
import { trialRunner } from '../trials/trial-runner.js';
import type { HeadlineRun } from './headline-run.js';
import type { Search } from './search.js';
import { onlyCandidate } from './walk-forward-plan.js';

/** Every grid point that runs, over all bars (E9); without a grid the run's own parameters are the one trial, and nothing was chosen. */
export function gridSearch({ candles, config, plan, walkForward }: HeadlineRun): Search {
  const { benchmark } = config.validation['overfitting'] as unknown as ParamsOf<typeof overfitting.params>;
  const candidates = walkForward?.candidates ?? onlyCandidate(plan);
  const to = candles.ts.length;
  const runner = trialRunner(candles, config.metrics.risk_free);
  const whole = { from: 0, to, initialCash: config.execution.initial_cash };
  const returns = new Float64Array(to);
  const riskFreePerBar = config.metrics.risk_free / plan.periodsPerYear;
  return {
    trials: candidates.count,
    bars: to - 1,
    point: (trial) => candidates.point(trial),
    returnsOf: (trial) => returnsOf(runner.decide(candidates.plan(trial)).run(whole).outcome.equity, returns),
    benchmark: benchmark === 'cash' ? new Float64Array(to - 1).fill(riskFreePerBar) : returnsOf(candles.close),
    riskFreePerBar,
  };
}
