import { type MonteCarloSummary, monteCarloPaths } from '@projecta/validation';
import { checkpoint } from '../progress.js';
import { type AskedMonteCarlo, drawnReturns } from './monte-carlo-trials.js';
import { type MethodResult, orNull, type ValidatedRun } from './validated-run.js';

/** Other draws of the headline run's trades or returns, or the run again with other luck in execution: how they end, and how many are ruined. */
export async function runMonteCarlo(run: ValidatedRun): Promise<MethodResult<MonteCarloSummary>> {
  const { paths, method, ruin_drawdown: ruinDrawdown } = run.config.validation['monte_carlo'] as unknown as AskedMonteCarlo;
  const { seed, execution } = run.config;
  const finalEquity = Array<number | null>(paths);
  const maxDrawdown = Array<number | null>(paths);
  await run.compute(
    { kind: 'monte_carlo' },
    {
      put(trial, from, at) {
        finalEquity[trial] = orNull(from[at]!);
        maxDrawdown[trial] = orNull(from[at + 1]!);
      },
      tell: (done) => checkpoint({ stage: 'monte_carlo', done, total: paths }, run),
    },
  );

  const draws = method === 'execution' ? run.outcome.fills.length : drawnReturns(run, method).length;
  const observed = { final_equity: run.observed('final_equity'), max_drawdown: run.observed('max_drawdown') };
  const initialCash = execution.initial_cash;
  const rows = (metric: string, values: readonly (number | null)[]) =>
    values.map((value, trial) => ({ method: 'monte_carlo', trial, metric, value }));
  return {
    summary: monteCarloPaths({ method, seed, ruinDrawdown, initialCash, draws, observed, finalEquity, maxDrawdown }),
    detail: [...rows('final_equity', finalEquity), ...rows('max_drawdown', maxDrawdown)],
  };
}
