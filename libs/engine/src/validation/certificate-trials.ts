import { certify } from '../causality/certify.js';
import type { Trials } from '../pool/trials.js';
import { Arena } from '../run/arena.js';
import { strategyWarmup } from '../run/strategy-warmup.js';
import { trialRunner } from '../trials/trial-runner.js';
import type { HeadlineRun } from './headline-run.js';

/** Cuts of each trial's certificate; `causality.checks` is for the run itself. */
const CHECKS = 16;

/** Certifies every grid point: a trial has no numbers, and throws LOOK_AHEAD where its decisions do. */
export function certificateTrials({ candles, config, walkForward }: HeadlineRun): Trials {
  const { candidates } = walkForward!;
  const runner = trialRunner(candles, config.metrics.risk_free);
  const arena = new Arena();
  const bars = candles.ts.length;
  const whole = { from: 0, to: bars, initialCash: config.execution.initial_cash };
  return {
    ...{ count: candidates.count, width: 0, bars: 4 * bars },
    values(trial) {
      const plan = candidates.plan(trial);
      const { decided, run: simulated } = runner.decide(plan);
      if (plan.strategy.form === 'step') simulated(whole); // it decides while it is simulated
      const warmup = strategyWarmup(plan.strategy, plan.strategyParams);
      certify({ plan, candles, directions: decided.directions, warmup, checks: CHECKS, arena });
    },
  };
}
