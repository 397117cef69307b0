import { moments, ties } from '@projecta/numeric';

/** What overfitting asks of one trial's bar returns. */
export interface TrialShape {
  /** Number of returns. */
  readonly n: number;
  readonly mean: number;
  /** Sharpe ratio per bar, not annualised; null where the returns do not vary. */
  readonly sharpe: number | null;
  /** Population skew. */
  readonly skew: number;
  /** Population kurtosis, NOT in excess. */
  readonly kurtosis: number;
}

/** Mean, Sharpe ratio and shape of bar returns; `riskFreePerBar` is what they are held against. Returns that all tie (E11) have no Sharpe ratio. */
export function trialShape(returns: Float64Array, riskFreePerBar = 0): TrialShape {
  const n = returns.length;
  const { mean, m2, m3, m4 } = moments(returns);
  const std = Math.sqrt((m2 * n) / (n - 1));
  const sharpe = (ties(mean, riskFreePerBar) ? 0 : mean - riskFreePerBar) / std;
  const exists = Number.isFinite(sharpe) && m2 > 0 && !isFlat(returns);
  return { n, mean, sharpe: exists ? sharpe : null, skew: m3 / (m2 * Math.sqrt(m2)), kurtosis: m4 / (m2 * m2) };
}

/** Whether the values all tie (E11): rounding is never taken for risk. */
export function isFlat(values: Float64Array): boolean {
  let low = Infinity;
  let high = -Infinity;
  for (let i = 0; i < values.length; i++) {
    if (values[i]! < low) low = values[i]!;
    if (values[i]! > high) high = values[i]!;
  }
  return ties(low, high);
}
