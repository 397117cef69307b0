import type { Candles } from '@projecta/candles';
import { ProjectaError } from '@projecta/errors';
import { returnsOf } from '@projecta/metrics';
import type { ParamsOf } from '@projecta/plugin';
import type { GridPoint, overfitting, OverfittingSummary } from '@projecta/validation';
import { checkpoint, type Cancellation, type OnProgress } from '../progress.js';
import type { RunPlan } from '../run/run-plan.js';
import type { TrialRunner } from '../trials/trial-runner.js';
import { judgeSearch } from '../validation/judge-search.js';
import type { MethodResult } from '../validation/validated-run.js';
import type { NormalizedSweep } from './sweep-config.js';

export interface Judged {
  readonly sweep: NormalizedSweep;
  readonly candles: Candles;
  readonly runner: TrialRunner;
  /** Trials to judge: every distinct run once, since a repeat is no new trial. */
  readonly trials: Int32Array;
  point(trial: number): GridPoint;
  plan(trial: number): RunPlan;
  readonly periodsPerYear: number;
}

type Asked = ParamsOf<typeof overfitting.params>;

/** Whether the best of a sweep is more than the best of many tries. Rows by trial carry the sweep's own numbers of trials. */
export async function judgeSweep(
  { sweep, candles, runner, trials, point, plan, periodsPerYear }: Judged,
  run: { readonly onProgress?: OnProgress; readonly signal?: Cancellation },
): Promise<MethodResult<OverfittingSummary>> {
  const asked = sweep.overfitting as unknown as Asked;
  const bars = candles.ts.length;
  const returns = new Float64Array(bars);
  const riskFreePerBar = sweep.base.metrics.risk_free / periodsPerYear;
  const equityOf = (one: RunPlan): Float64Array =>
    runner.decide(one).run({ from: 0, to: bars, initialCash: one.execution.initial_cash }).outcome.equity;
  const search = {
    trials: trials.length,
    bars: bars - 1,
    point: (i: number) => point(trials[i]!),
    returnsOf: (i: number) => returnsOf(equityOf(plan(trials[i]!)), returns),
    benchmark: asked.benchmark === 'cash' ? new Float64Array(bars - 1).fill(riskFreePerBar) : returnsOf(candles.close),
    riskFreePerBar,
  };
  const tell = (done: number, total: number): Promise<void> => checkpoint({ stage: 'overfitting', done, total }, run);
  const { summary, detail } = await judgeSearch(search, { ...asked, seed: sweep.base.seed, checkpoint: tell });
  const byTrial = (metric: string): boolean => metric === 'sharpe_per_bar' || metric === 'mean_excess';
  return { summary, detail: detail.map((row) => (byTrial(row.metric) ? { ...row, trial: trials[row.trial]! } : row)) };
}

/**
 * Refuses, before anything is run, a sweep whose returns cannot be cut into the blocks it is to be judged by.
 * @throws ProjectaError TOO_FEW_BARS
 */
export function requireBlocks({ overfitting: asked }: NormalizedSweep, candles: Candles): void {
  const blocks = Number(asked?.['blocks'] ?? 0);
  const returns = candles.ts.length - 1;
  if (returns >= blocks) return;
  const message = `The sweep's runs have ${returns} bar returns, and they cannot be cut into ${blocks} blocks. Take fewer blocks or a wider span.`;
  throw new ProjectaError('TOO_FEW_BARS', message, [{ path: '/overfitting/blocks', code: 'TOO_FEW_BARS', message }]);
}
