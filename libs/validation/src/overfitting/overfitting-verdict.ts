import type { OverfittingSummary } from './overfitting-summary.js';

/** What the p-values are against, and what rejecting it does not say. */
export const SEARCH_NULL =
  'No combination has a Sharpe ratio above 0 (Šidák), and none beats the benchmark in mean return (reality check, SPA). ' +
  'Rejected, it says that some combination does better than searching alone explains; not which one, nor that it will go on.';

type Told = Omit<OverfittingSummary, 'verdict' | 'null_hypothesis' | 'seed' | 'samples' | 'block_length' | 'pbo_noise'> & {
  readonly splits: number;
};

/** What a search's best is worth, in words with their numbers. */
export function overfittingVerdict(told: Told): string {
  return [bestInWords(told), pboInWords(told), sharpeInWords(told), snoopingInWords(told)].join(' ');
}

function bestInWords({ trials, best, best_sharpe }: Told): string {
  const which = Object.entries(best).map(([name, value]) => `${name} ${value}`);
  const chosen = which.length === 0 ? '' : ` (${which.join(', ')})`;
  if (trials === 1) return `Only one combination${chosen} runs: nothing was chosen.`;
  const sharpe =
    best_sharpe === null ? 'none of them varies, so none has a Sharpe ratio' : `its Sharpe ratio per bar is ${best_sharpe.toFixed(4)}`;
  return `The best of ${trials} combinations${chosen}: ${sharpe}.`;
}

function pboInWords({ pbo, pbo_noise_band: { low, high }, splits, trials }: Told): string {
  if (trials === 1) return 'PBO is 1 by definition.';
  const found = `Chosen on half of the bars, the best came out in the lower half of all on the other half in ${(100 * pbo).toFixed(0)} % of ${splits} splits (PBO ${pbo.toFixed(2)}; searches among pure noise of this size mostly give ${low.toFixed(2)} to ${high.toFixed(2)}).`;
  if (pbo < low) return `${found} Choosing on the past told something about what came after.`;
  if (pbo > high) return `${found} Choosing on the past was worse than drawing lots.`;
  return `${found} Choosing so cannot be told from choosing among noise.`;
}

function sharpeInWords({ dsr, sidak_p, expected_maximum_sharpe, trials }: Told): string {
  if (sidak_p === null) return 'There is no deflated Sharpe ratio.';
  const sidak = `Šidák ${inWords(sidak_p)} that the best of ${trials} independent trials without an edge does this well`;
  if (dsr === null || expected_maximum_sharpe === null) return `${sidak}.`;
  const bar = expected_maximum_sharpe.toFixed(4);
  return `Chance alone would lift the best to about ${bar} a bar; that the true ratio exceeds this has probability ${dsr.toFixed(3)} (deflated Sharpe; above 0.95 is no 5 % test). ${sidak}.`;
}

function snoopingInWords({ reality_check_p, spa_p, spa_p_lower, spa_p_upper, benchmark }: Told): string {
  const against = benchmark === 'cash' ? 'cash' : 'buying and holding';
  if (reality_check_p === null || spa_p === null || spa_p_lower === null || spa_p_upper === null)
    return `No combination's return differs from ${against} by more than a constant, so there is nothing to test.`;
  const found = `Against ${against}: reality check ${inWords(reality_check_p)}, SPA ${inWords(spa_p)} (${spa_p_lower.toFixed(3)} to ${spa_p_upper.toFixed(3)}).`;
  if (spa_p <= 0.01) return `${found} Searching alone hardly ever does this well.`;
  if (spa_p <= 0.05) return `${found} Searching alone seldom does this well.`;
  return `${found} Searching alone does this well often enough: no edge is shown.`;
}

function inWords(p: number): string {
  return p < 0.0005 ? 'p < 0.001' : `p = ${p.toFixed(3)}`;
}
