import { returnsOf } from '@projecta/metrics';
import { randomStream } from '@projecta/random';
import { executionLuck } from '@projecta/simulator';
import { drawnPath, equityPath, type MonteCarloSummary, monteCarloPaths, type Path, tradeReturns } from '@projecta/validation';
import { Arena } from '../run/arena.js';
import { pace } from '../trials/pace.js';
import type { MethodResult, ValidatedRun } from './validated-run.js';

interface Asked {
  readonly paths: number;
  readonly method: 'trades' | 'returns' | 'execution';
  readonly ruin_drawdown: number;
  readonly jitter_bps: number;
  readonly delay_probability: number;
}

/** Other draws of the headline run's trades or returns, or the run again with other luck in execution: how they end, and how many are ruined. */
export async function runMonteCarlo(run: ValidatedRun): Promise<MethodResult<MonteCarloSummary>> {
  const asked = run.config.validation['monte_carlo'] as unknown as Asked;
  const { paths, method, ruin_drawdown: ruinDrawdown } = asked;
  const { seed, execution } = run.config;
  const { draws, bars, walk } = walkerOf(run, asked);

  const next = pace('monte_carlo', paths, run);
  const path: Path = { final: NaN, drawdown: NaN };
  const finalEquity: (number | null)[] = [];
  const maxDrawdown: (number | null)[] = [];
  for (let trial = 0; trial < paths; trial++) {
    await next(trial, bars);
    walk(trial, path);
    finalEquity.push(Number.isFinite(path.final) ? path.final : null);
    maxDrawdown.push(Number.isFinite(path.drawdown) ? path.drawdown : null);
  }

  const observed = { final_equity: run.observed('final_equity'), max_drawdown: run.observed('max_drawdown') };
  const initialCash = execution.initial_cash;
  const rows = (metric: string, values: readonly (number | null)[]) =>
    values.map((value, trial) => ({ method: 'monte_carlo', trial, metric, value }));
  return {
    summary: monteCarloPaths({ method, seed, ruinDrawdown, initialCash, draws, observed, finalEquity, maxDrawdown }),
    detail: [...rows('final_equity', finalEquity), ...rows('max_drawdown', maxDrawdown)],
  };
}

interface Walker {
  /** How many trades or returns a path draws, or how many fills the run had. */
  readonly draws: number;
  /** About how many bars of work a path is. */
  readonly bars: number;
  readonly walk: (trial: number, path: Path) => void;
}

function walkerOf(run: ValidatedRun, asked: Asked): Walker {
  if (asked.method === 'execution') return executionWalker(run, asked);
  const returns = asked.method === 'trades' ? tradeReturns(run.outcome.trades) : returnsOf(run.outcome.equity);
  const { seed, execution } = run.config;
  const draws = { returns, start: execution.initial_cash, drawn: new Int32Array(returns.length) };
  const walk = (trial: number, path: Path): void => drawnPath(randomStream(seed, 'monte_carlo', trial), draws, path);
  return { draws: returns.length, bars: returns.length, walk };
}

function executionWalker({ config, decided, candles, outcome }: ValidatedRun, asked: Asked): Walker {
  const { jitter_bps: jitterBps, delay_probability: delayProbability } = asked;
  const arena = new Arena();
  const allocate = (length: number): Float64Array => arena.take(length);
  const walk = (trial: number, path: Path): void => {
    const { uniform } = randomStream(config.seed, 'monte_carlo', trial);
    const { equity } = decided.run({ luck: executionLuck(uniform, { jitterBps, delayProbability }), allocate });
    equityPath(equity, config.execution.initial_cash, path);
    arena.release();
  };
  return { draws: outcome.fills.length, bars: candles.ts.length, walk };
}
