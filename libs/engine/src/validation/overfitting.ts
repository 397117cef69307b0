import { ProjectaError } from '@projecta/errors';
import { returnsOf } from '@projecta/metrics';
import type { ParamsOf } from '@projecta/plugin';
import type { overfitting, OverfittingSummary } from '@projecta/validation';
import { checkpoint } from '../progress.js';
import { trialRunner } from '../trials/trial-runner.js';
import { judgeSearch } from './judge-search.js';
import type { Search } from './search.js';
import type { MethodResult, ValidatedRun } from './validated-run.js';
import { onlyTrial } from './walk-forward-plan.js';

type Asked = ParamsOf<typeof overfitting.params>;

/** Whether the best of a walk-forward's grid, over the whole run, is more than the best of many tries. */
export async function runOverfitting(run: ValidatedRun): Promise<MethodResult<OverfittingSummary>> {
  const asked = run.config.validation['overfitting'] as unknown as Asked;
  return judgeSearch(gridSearch(run, asked), {
    ...asked,
    seed: run.config.seed,
    checkpoint: (done, total) => checkpoint({ stage: 'overfitting', done, total }, run),
  });
}

/** Every grid point that runs, over all bars (E9); without a grid the run's own parameters are the one trial, and nothing was chosen. */
function gridSearch(run: ValidatedRun, { blocks, benchmark }: Asked): Search {
  const { candles, config, plan } = run;
  const trials = run.walkForward?.trials ?? onlyTrial(plan);
  const to = candles.ts.length;
  requireBlocks(to - 1, blocks);
  const runner = trialRunner(candles, config.metrics.risk_free);
  const whole = { from: 0, to, initialCash: config.execution.initial_cash };
  const returns = new Float64Array(to);
  const riskFreePerBar = config.metrics.risk_free / plan.periodsPerYear;
  return {
    trials: trials.count,
    bars: to - 1,
    point: (trial) => trials.point(trial),
    returnsOf: (trial) => returnsOf(runner.decide(trials.plan(trial)).run(whole).outcome.equity, returns),
    benchmark: benchmark === 'cash' ? new Float64Array(to - 1).fill(riskFreePerBar) : returnsOf(candles.close),
    riskFreePerBar,
  };
}

/** @throws ProjectaError TOO_FEW_BARS */
function requireBlocks(returns: number, blocks: number): void {
  if (returns >= blocks) return;
  const message = `The run has ${returns} bar returns, and they cannot be cut into ${blocks} blocks. Take fewer blocks or a wider span.`;
  throw new ProjectaError('TOO_FEW_BARS', message, [{ path: '/validation/overfitting/blocks', code: 'TOO_FEW_BARS', message }]);
}
