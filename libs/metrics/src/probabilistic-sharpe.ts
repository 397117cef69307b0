import { normalCdf } from '@projecta/numeric';
import { sharpeVariance } from './sharpe-variance.js';

export interface SharpeSample {
  /** Observed Sharpe ratio per period, not annualised. */
  readonly sharpe: number;
  /** True Sharpe ratio per period that it is held against; 0 asks whether there is any edge. */
  readonly benchmark: number;
  /** Population skew of the returns. */
  readonly skew: number;
  /** Population kurtosis, NOT in excess: 3 for normal returns. */
  readonly kurtosis: number;
  /** Number of returns. */
  readonly n: number;
}

/**
 * The probability that the true Sharpe ratio exceeds the benchmark: Φ((SR − SR*)·√(n − 1)/√(1 − skew·SR + (kurtosis − 1)/4·SR²)).
 * Bailey & López de Prado (2012), "The Sharpe Ratio Efficient Frontier". NaN where the variance is not positive.
 */
export function probabilisticSharpe({ sharpe, benchmark, skew, kurtosis, n }: SharpeSample): number {
  const variance = sharpeVariance(sharpe, { skew, kurtosis });
  return variance > 0 ? normalCdf(((sharpe - benchmark) * Math.sqrt(n - 1)) / Math.sqrt(variance)) : NaN;
}
