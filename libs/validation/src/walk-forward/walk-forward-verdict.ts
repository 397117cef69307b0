import type { WalkForwardSummary } from './walk-forward-summary.js';

/** What a walk-forward found, in words with its numbers. */
export function walkForwardVerdict({
  folds,
  out_of_sample,
  efficiency,
  stability,
}: Pick<WalkForwardSummary, 'folds' | 'out_of_sample' | 'efficiency' | 'stability'>): string {
  const gained = folds.filter((fold) => (fold.out_of_sample.total_return ?? 0) > 0).length;
  const tests = folds.length === 1 ? 'the one test window' : `${folds.length} test windows end to end`;
  const sharpe =
    out_of_sample.sharpe === null ? 'no Sharpe ratio, since nothing varied' : `a Sharpe ratio of ${out_of_sample.sharpe.toFixed(2)}`;
  const made = `Over ${tests}, on bars no choice had seen, it made ${percent(out_of_sample.total_return)} with ${sharpe}; ${gained} of ${folds.length} gained.`;
  return [made, efficiencyInWords(efficiency), ...stabilityInWords(stability, folds.length)].join(' ');
}

function efficiencyInWords(efficiency: number | null): string {
  if (efficiency === null)
    return 'The train windows lost or broke even, so there is no efficiency: nothing earned in sample could have been kept.';
  const kept = `Efficiency ${efficiency.toFixed(2)}: a bar of the tests earned ${percent(efficiency)} of what a bar of the trains did.`;
  if (efficiency <= 0) return `${kept} What was found in the past did not last.`;
  return efficiency < 0.5
    ? `${kept} Most of what was found in the past did not last.`
    : `${kept} Much of it lasted; that alone is no proof of an edge.`;
}

function stabilityInWords(stability: Readonly<Record<string, number>>, folds: number): string[] {
  const shares = Object.entries(stability);
  if (shares.length === 0 || folds < 2) return [];
  const each = shares.map(([name, share]) => `${name} in ${Math.round(share * folds)}`).join(', ');
  return [`Folds of ${folds} that chose a parameter's most frequent value: ${each}.`];
}

function percent(fraction: number | null): string {
  return fraction === null ? 'no return' : `${(100 * fraction).toFixed(1)} %`;
}
