import { ties } from '@projecta/numeric';
import { distributionOf } from '../distribution.js';
import type { MonteCarloSummary } from './monte-carlo-summary.js';
import { monteCarloVerdict } from './monte-carlo-verdict.js';

export interface MonteCarlo {
  readonly method: 'trades' | 'returns' | 'execution';
  readonly seed: number;
  /** A drawdown this deep is ruin, a positive fraction. */
  readonly ruinDrawdown: number;
  readonly initialCash: number;
  /** How many trades or returns a path draws; of `execution`, how many fills the run had. */
  readonly draws: number;
  /** What the run itself did. */
  readonly observed: { readonly final_equity: number | null; readonly max_drawdown: number | null };
  /** One value a path; null where it is beyond the range of numbers. */
  readonly finalEquity: readonly (number | null)[];
  readonly maxDrawdown: readonly (number | null)[];
}

/** The answer of Monte Carlo paths: how they ended, how deep they fell, how many were ruined, and a verdict in words. */
export function monteCarloPaths(monteCarlo: MonteCarlo): MonteCarloSummary {
  const { method, seed, ruinDrawdown, observed, finalEquity, maxDrawdown } = monteCarlo;
  const paths = maxDrawdown.length;
  const ruined = maxDrawdown.filter((drawdown) => drawdown !== null && isRuin(drawdown, ruinDrawdown)).length;
  const share = ruined / paths;
  const answer = {
    seed,
    method,
    paths,
    p_ruin: share,
    p_ruin_se: Math.sqrt((share * (1 - share)) / paths),
    observed,
    final_equity: distributionOf(finalEquity),
    max_drawdown: distributionOf(maxDrawdown),
  };
  return { verdict: monteCarloVerdict(answer, monteCarlo, ruined), ...answer };
}

/** A drawdown at or beyond the limit; one that ties with it is at it (E11). */
function isRuin(drawdown: number, limit: number): boolean {
  return drawdown <= -limit || ties(drawdown, -limit);
}
