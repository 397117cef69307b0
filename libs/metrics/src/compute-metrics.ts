import { bookOf } from './book.js';
import type { MetricReasons, Metrics } from './metric-contract.js';
import { METRIC_IDS } from './metric-ids.js';
import type { MetricsInput } from './metrics-input.js';
import { readMetrics } from './read-metrics.js';

/** Every metric of a run: null with a reason in words where a value does not exist, never NaN, an infinity or a stand-in 0. */
export function computeMetrics(run: MetricsInput): { metrics: Metrics; metric_reasons: MetricReasons } {
  return readMetrics(bookOf(run), METRIC_IDS);
}
