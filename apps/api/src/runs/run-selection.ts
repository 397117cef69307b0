import { deflatedSharpe } from '@projecta/metrics';
import type { JsonObject, TriedCounts } from '@projecta/persistence';

/**
 * The Sharpe of a run, deflated for every config ever tried on the same data (semantics.md §9): a view, never in a hashed file.
 * `trials` counts all of them; variance and power are over the `with_sharpe` of them. `effective_trials` would need the trials' returns to know
 * how alike they are; the ledger keeps none, so it is null. Null where the Sharpe does not exist.
 */
export function runSelection(summary: JsonObject, { trials, with_sharpe, variance }: TriedCounts): JsonObject {
  const { sharpe, skew, kurtosis, psr, periods_per_year } = summary['metrics'] as Readonly<Record<string, number | null>>;
  const counted = { trials, effective_trials: null };
  const isKnown = with_sharpe > 0 && !isMissing(sharpe) && !isMissing(skew) && !isMissing(kurtosis) && !isMissing(periods_per_year);
  if (!isKnown) return { ...counted, deflated_sharpe: null, sidak_p: null };
  const deflated = deflatedSharpe({
    sharpe: sharpe / Math.sqrt(periods_per_year),
    skew,
    kurtosis: kurtosis + 3, // the metric is in excess
    n: Number(summary['bars']) - 1,
    variance: variance ?? 0,
    trials: with_sharpe,
  });
  return {
    ...counted,
    deflated_sharpe: Number.isFinite(deflated) ? deflated : null,
    sidak_p: isMissing(psr) ? null : 1 - power(psr, with_sharpe),
  };
}

function isMissing(value: number | null | undefined): value is null | undefined {
  return value === null || value === undefined;
}

/** x to a whole power, by squaring. */
function power(x: number, exponent: number): number {
  let result = 1;
  for (let left = exponent, square = x; left > 0; left = Math.floor(left / 2), square *= square) if (left % 2 === 1) result *= square;
  return result;
}
