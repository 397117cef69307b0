import { certify } from '../causality/certify.js';
import { Arena } from '../run/arena.js';
import { strategyWarmup } from '../run/strategy-warmup.js';
import type { Stage } from '../progress.js';
import { pace } from '../trials/pace.js';
import { trialRunner } from '../trials/trial-runner.js';
import type { ValidatedRun } from './validated-run.js';
import type { WalkForwardPlan } from './walk-forward-plan.js';

/** Cuts of each trial's certificate; `causality.checks` is for the run itself. */
const CHECKS = 16;

/**
 * Certifies every grid point before any is judged, where code of a user's decides: the run's own certificate says nothing about other parameters.
 * Our own plug-ins need none: they are tested not to look ahead.
 * @throws ProjectaError LOOK_AHEAD
 */
export async function certifyTrials(run: ValidatedRun, { trials }: WalkForwardPlan, stage: Stage): Promise<void> {
  const { candles, config, catalogue, builtIn } = run;
  if (catalogue === builtIn) return;
  const runner = trialRunner(candles, config.metrics.risk_free);
  const arena = new Arena();
  const bars = candles.ts.length;
  const whole = { from: 0, to: bars, initialCash: config.execution.initial_cash };
  const steps = pace(stage, trials.count, run);
  for (let trial = 0; trial < trials.count; trial++) {
    const plan = trials.plan(trial);
    const { decided, run: simulated } = runner.decide(plan);
    if (plan.strategy.form === 'step') simulated(whole); // it decides while it is simulated
    const warmup = strategyWarmup(plan.strategy, plan.strategyParams);
    certify({ plan, candles, directions: decided.directions, warmup, checks: CHECKS, arena });
    await steps(trial, 4 * bars);
  }
}
