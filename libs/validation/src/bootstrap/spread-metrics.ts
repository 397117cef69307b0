import { ties } from '@projecta/numeric';
import { finiteOrNull } from './finite-or-null.js';
import type { ReturnsRun } from './returns-run.js';

/** A metric that the mean and the sample deviation of the returns decide; a deviation of 0 means that they all tie. */
export type SpreadMetric = (mean: number, std: number) => number | null;

/** Sharpe ratio and volatility of drawn returns (E4), defined as the run's own are (semantics §7). */
export function spreadMetrics({ periodsPerYear, riskFree }: ReturnsRun): {
  readonly sharpe: SpreadMetric;
  readonly volatility: SpreadMetric;
} {
  const perBar = riskFree / periodsPerYear;
  const annual = Math.sqrt(periodsPerYear);
  return {
    sharpe: (mean, std) => (std > 0 ? finiteOrNull(((ties(mean, perBar) ? 0 : mean - perBar) / std) * annual) : null),
    volatility: (_mean, std) => finiteOrNull(std * annual),
  };
}
