import { bookOf } from './book.js';
import type { MetricId } from './metric-ids.js';
import type { EquityInput, MetricsInput } from './metrics-input.js';
import { readMetric } from './read-metric.js';

/**
 * One metric as a function of a run or an equity curve, the same bits as in `computeMetrics`, paying only for what it needs: for validation trials.
 * Of an equity curve, metrics of fills and trades are null, and so are those of prices without `close`.
 */
export function statisticOf(id: MetricId): (input: EquityInput | MetricsInput) => number | null {
  return (input) => {
    const value = readMetric(bookOf(input), id);
    return typeof value === 'number' ? value : null;
  };
}
