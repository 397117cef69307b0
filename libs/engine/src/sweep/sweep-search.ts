import { returnsOf } from '@projecta/metrics';
import type { ParamsOf } from '@projecta/plugin';
import type { overfitting } from '@projecta/validation';
import { planOf, type RunPlan } from '../run/run-plan.js';
import { trialRunner } from '../trials/trial-runner.js';
import type { Search } from '../validation/search.js';
import type { SweepSetting } from './sweep-setting.js';
import { sweepTrial } from './sweep-trial.js';

/** The trials of a sweep that are judged: every distinct run once, since a repeat is no new trial. */
export function sweepSearch(setting: SweepSetting, distinct: Int32Array): Search {
  const { sweep, candles, points, catalogue, builtIn, periodsPerYear } = setting;
  const { base } = sweep;
  const { benchmark } = sweep.overfitting as unknown as ParamsOf<typeof overfitting.params>;
  const bars = candles.ts.length;
  const returns = new Float64Array(bars);
  const riskFreePerBar = base.metrics.risk_free / periodsPerYear;
  const runner = trialRunner(candles, base.metrics.risk_free);
  const planAt = (i: number): RunPlan => {
    const { config } = sweepTrial(points.point(distinct[i]!), { base, candles, catalogue });
    return planOf(config!, catalogue, builtIn, periodsPerYear);
  };
  return {
    trials: distinct.length,
    bars: bars - 1,
    point: (i) => points.point(distinct[i]!),
    returnsOf(i) {
      const plan = planAt(i);
      const { outcome } = runner.decide(plan).run({ from: 0, to: bars, initialCash: plan.execution.initial_cash });
      return returnsOf(outcome.equity, returns);
    },
    benchmark: benchmark === 'cash' ? new Float64Array(bars - 1).fill(riskFreePerBar) : returnsOf(candles.close),
    riskFreePerBar,
  };
}
