import { computeMetrics, type Metrics, type MetricsInput } from '@projecta/metrics';
import type { Outcome } from '@projecta/simulator';
import type { AmbiguityBand } from '../run-result.js';
import type { Decided } from './run-decisions.js';

interface Ambiguous {
  readonly decided: Decided;
  readonly outcome: Outcome;
  readonly metrics: Metrics;
  readonly market: Omit<MetricsInput, 'outcome'>;
  readonly allocate: (length: number) => Float64Array;
}

/** Both readings of bars that touched stop and target (A26): the run as it is, and once more with the target first. Null without such bars. */
export function ambiguityBand({ decided, outcome, metrics, market, allocate }: Ambiguous): AmbiguityBand | null {
  if (outcome.ambiguous_bars === 0) return null;
  const other = computeMetrics({ ...market, outcome: decided.run({ targetFirst: true, allocate }) }).metrics;
  const band = (id: 'final_equity' | 'total_return') => ({
    low: Math.min(metrics[id]!, other[id]!),
    high: Math.max(metrics[id]!, other[id]!),
  });
  const sharpes = [metrics.sharpe, other.sharpe].filter((value) => value !== null);
  return {
    ambiguous_bars: outcome.ambiguous_bars,
    final_equity: band('final_equity'),
    total_return: band('total_return'),
    sharpe:
      sharpes.length === 2
        ? { low: Math.min(...sharpes), high: Math.max(...sharpes) }
        : { low: sharpes[0] ?? null, high: sharpes[0] ?? null },
  };
}
