import type { TriedCounts } from '@projecta/persistence';

/**
 * How many independent trials those tried are worth: ρ + (1 − ρ)·N for N trials whose returns have the mean correlation ρ (Bailey & López de
 * Prado 2014, appendix). The ledger keeps no returns, but their likeness shows in the Sharpe ratios: two of the same T and true value differ
 * with a variance of 2(1 − ρ)/T (Memmel 2003, for small ratios), so that Sharpe·√T varies among the trials by 1 − ρ on average. Where their
 * true ratios differ it varies by more, and the number errs towards N: never in favour of the one that was chosen. Null without any trial.
 */
export function effectiveTrials({ with_sharpe, dispersion }: Pick<TriedCounts, 'with_sharpe' | 'dispersion'>): number | null {
  if (with_sharpe === 0) return null;
  return 1 + (with_sharpe - 1) * Math.min(1, dispersion ?? 0);
}
