import { deflatedSharpe, type Metrics } from '@projecta/metrics';
import type { TriedCounts } from '@projecta/persistence';
import { effectiveTrials } from './effective-trials.js';

/** The run whose Sharpe was chosen from many: of a sweep, its best trial. */
export interface ChosenRun {
  readonly metrics: Pick<Metrics, 'sharpe' | 'skew' | 'kurtosis' | 'psr' | 'periods_per_year'>;
  readonly bars: number;
}

/** What is left of a Sharpe after all that was tried on the same data. */
export interface RunSelection {
  readonly trials: number;
  /** How many independent ones they are worth, about; null where none has a Sharpe. */
  readonly effective_trials: number | null;
  readonly deflated_sharpe: number | null;
  readonly sidak_p: number | null;
}

/**
 * The Sharpe of a run, deflated for every config ever tried on the same data (semantics.md §9): a view, never in a hashed file.
 * `trials` counts all of them; all else is over the `with_sharpe` of them. Null where the Sharpe does not exist.
 */
export function runSelection({ metrics, bars }: ChosenRun, counts: TriedCounts): RunSelection {
  const { sharpe, skew, kurtosis, psr, periods_per_year } = metrics;
  const { trials, with_sharpe, variance } = counts;
  const counted = { trials, effective_trials: effectiveTrials(counts) };
  const isKnown = with_sharpe > 0 && isThere(sharpe) && isThere(skew) && isThere(kurtosis) && isThere(periods_per_year);
  if (!isKnown) return { ...counted, deflated_sharpe: null, sidak_p: null };
  const deflated = deflatedSharpe({
    sharpe: sharpe / Math.sqrt(periods_per_year),
    skew,
    kurtosis: kurtosis + 3, // the metric is in excess
    n: bars - 1,
    variance: variance ?? 0,
    trials: with_sharpe,
  });
  return {
    ...counted,
    deflated_sharpe: Number.isFinite(deflated) ? deflated : null,
    sidak_p: isThere(psr) ? 1 - power(psr, with_sharpe) : null,
  };
}

function isThere(value: number | null | undefined): value is number {
  return value !== null && value !== undefined;
}

/** x to a whole power, by squaring. */
function power(x: number, exponent: number): number {
  let result = 1;
  for (let left = exponent, square = x; left > 0; left = Math.floor(left / 2), square *= square) if (left % 2 === 1) result *= square;
  return result;
}
