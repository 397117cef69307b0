import type { Book } from './book.js';
import type { MetricReasons } from './metric-contract.js';
import type { MetricId } from './metric-ids.js';
import { readMetric } from './read-metric.js';

/** Several metrics from one book, and why those that are null are. */
export function readMetrics<Id extends MetricId>(
  book: Book,
  ids: readonly Id[],
): { metrics: Record<Id, number | null>; metric_reasons: MetricReasons } {
  const metrics: Partial<Record<MetricId, number | null>> = {};
  const reasons: MetricReasons = {};
  for (const id of ids) {
    const value = readMetric(book, id);
    metrics[id] = typeof value === 'number' ? value : null;
    if (typeof value === 'string') reasons[id] = value;
  }
  return { metrics: metrics as Record<Id, number | null>, metric_reasons: reasons };
}
