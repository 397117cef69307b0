import { distributionOf } from './distribution.js';
import type { PermutationSummary } from './permutation-summary.js';

export interface PermutationTest {
  readonly method: 'bars' | 'signals';
  readonly statistic: string;
  readonly lowerIsBetter: boolean;
  readonly observed: number | null;
  /** The statistic in every trial; null where it does not exist. */
  readonly values: readonly (number | null)[];
  readonly of: 'run' | 'walk_forward';
  readonly seed: number;
}

const NULLS = {
  walk_forward:
    'The bars after the first training window are exchangeable: their order in time carries nothing that choosing parameters on the past and trading them uses. Clustered volatility alone can reject it.',
  bars: 'The bars are exchangeable: their order in time carries nothing that this strategy uses. Clustered volatility alone can reject it.',
  signals: 'The moments of the decisions carry nothing: moved in time as a block they would do as well.',
} as const;

/** p = (1 + number of trials at least as good)/(trials + 1), its Monte Carlo standard error, and a verdict in words. */
export function permutationTest({ method, statistic, lowerIsBetter, observed, values, of, seed }: PermutationTest): PermutationSummary {
  const trials = values.length;
  const asGood = observed === null ? 0 : values.filter((value) => value !== null && isAsGood(value, observed, lowerIsBetter)).length;
  const p = observed === null ? null : (1 + asGood) / (trials + 1);
  const se = p === null ? null : Math.sqrt((p * (1 - p)) / trials);
  return {
    verdict: verdict({ method, statistic, of, p, se, asGood, trials }),
    null_hypothesis: NULLS[of === 'run' ? method : of],
    seed,
    method,
    statistic,
    of,
    observed,
    p_value: p,
    p_value_se: se,
    trials,
    distribution: distributionOf(values),
  };
}

/** E2: a tie within 1e-9 counts as at least as good. */
function isAsGood(value: number, observed: number, lowerIsBetter: boolean): boolean {
  const slack = 1e-9 * Math.abs(observed);
  return lowerIsBetter ? value <= observed + slack : value >= observed - slack;
}

function verdict(test: {
  method: 'bars' | 'signals';
  statistic: string;
  of: 'run' | 'walk_forward';
  p: number | null;
  se: number | null;
  asGood: number;
  trials: number;
}): string {
  const { method, statistic, of, p, se, asGood, trials } = test;
  const what = of === 'run' ? 'The run' : 'The equity out of sample';
  if (p === null || se === null) return `${what} has no ${statistic}, so there is nothing to compare.`;
  const markets = of === 'run' ? 'Shuffled markets' : 'Shuffled markets, parameters chosen anew in each,';
  const who = method === 'bars' ? markets : 'The same decisions at other times';
  const count = `${who} reached this ${statistic} in ${asGood} of ${trials} tries: p = ${p.toFixed(3)} ± ${se.toFixed(3)}.`;
  if (trials < 19) return `${count} So few tries cannot show an edge: p cannot fall below ${(1 / (trials + 1)).toFixed(3)}.`;
  if (p <= 0.01) return `${count} Chance hardly ever does this well.`;
  if (p <= 0.05) return `${count} Chance seldom does this well.`;
  return `${count} Chance does this well often enough: no edge is shown.`;
}
