import { exp, normalQuantile } from '@projecta/numeric';

const EULER_MASCHERONI = 0.577_215_664_901_532_9;

/**
 * The largest Sharpe ratio per period to expect of `trials` strategies without edge whose Sharpe ratios have this variance:
 * √V·((1 − γ)·z(1 − 1/N) + γ·z(1 − 1/(N·e))). Bailey & López de Prado (2014). 0 for one trial.
 */
export function expectedMaximumSharpe(variance: number, trials: number): number {
  if (!(trials > 1)) return 0;
  const first = normalQuantile(1 - 1 / trials);
  const second = normalQuantile(1 - 1 / (trials * exp(1)));
  return Math.sqrt(variance) * ((1 - EULER_MASCHERONI) * first + EULER_MASCHERONI * second);
}
