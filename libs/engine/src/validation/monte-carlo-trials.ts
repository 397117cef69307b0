import { returnsOf } from '@projecta/metrics';
import { randomStream } from '@projecta/random';
import { executionLuck } from '@projecta/simulator';
import { drawnPath, equityPath, type Path, tradeReturns } from '@projecta/validation';
import type { Trials } from '../pool/trials.js';
import { Arena } from '../run/arena.js';
import type { HeadlineRun } from './headline-run.js';

export interface AskedMonteCarlo {
  readonly paths: number;
  readonly method: 'trades' | 'returns' | 'execution';
  readonly ruin_drawdown: number;
  readonly jitter_bps: number;
  readonly delay_probability: number;
}

/** Other paths of the run: a trial's numbers are its final equity and its maximum drawdown. */
export function monteCarloTrials(run: HeadlineRun): Trials {
  const asked = run.config.validation['monte_carlo'] as unknown as AskedMonteCarlo;
  const { bars, walk } = asked.method === 'execution' ? executionWalker(run, asked) : drawingWalker(run, asked.method);
  const path: Path = { final: NaN, drawdown: NaN };
  const finiteOrNaN = (value: number): number => (Number.isFinite(value) ? value : NaN);
  return {
    ...{ count: asked.paths, width: 2, bars },
    values(trial, into, at) {
      walk(trial, path);
      into[at] = finiteOrNaN(path.final);
      into[at + 1] = finiteOrNaN(path.drawdown);
    },
  };
}

/** The returns that a path draws from. */
export function drawnReturns({ outcome }: HeadlineRun, method: 'trades' | 'returns'): Float64Array {
  return method === 'trades' ? tradeReturns(outcome.trades) : returnsOf(outcome.equity);
}

interface Walker {
  /** About how many bars of work a path is. */
  readonly bars: number;
  readonly walk: (trial: number, path: Path) => void;
}

function drawingWalker(run: HeadlineRun, method: 'trades' | 'returns'): Walker {
  const returns = drawnReturns(run, method);
  const { seed, execution } = run.config;
  const draws = { returns, start: execution.initial_cash, drawn: new Int32Array(returns.length) };
  const walk = (trial: number, path: Path): void => drawnPath(randomStream(seed, 'monte_carlo', trial), draws, path);
  return { bars: Math.max(1, returns.length), walk };
}

function executionWalker({ config, decided, candles }: HeadlineRun, asked: AskedMonteCarlo): Walker {
  const { jitter_bps: jitterBps, delay_probability: delayProbability } = asked;
  const arena = new Arena();
  const allocate = (length: number): Float64Array => arena.take(length);
  const walk = (trial: number, path: Path): void => {
    const { uniform } = randomStream(config.seed, 'monte_carlo', trial);
    const { equity } = decided.run({ luck: executionLuck(uniform, { jitterBps, delayProbability }), allocate });
    equityPath(equity, config.execution.initial_cash, path);
    arena.release();
  };
  return { bars: candles.ts.length, walk };
}
