import type { Distribution } from '../permutation-summary.js';

/** The answer of Monte Carlo paths: names.md, `monte_carlo`, with the error of p_ruin and what the run itself did. */
export interface MonteCarloSummary {
  readonly verdict: string;
  readonly seed: number;
  readonly method: 'trades' | 'returns' | 'execution';
  readonly paths: number;
  /** Share of the paths whose deepest drawdown reached `ruin_drawdown`, and the Monte Carlo standard error of that share. */
  readonly p_ruin: number;
  readonly p_ruin_se: number;
  readonly observed: { readonly final_equity: number | null; readonly max_drawdown: number | null };
  readonly final_equity: Distribution;
  readonly max_drawdown: Distribution;
}
