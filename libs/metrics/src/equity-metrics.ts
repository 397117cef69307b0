import { bookOf } from './book.js';
import { EQUITY_METRIC_IDS, type EquityMetricId } from './equity-metric-ids.js';
import type { MetricReasons } from './metric-contract.js';
import type { EquityInput } from './metrics-input.js';
import { readMetrics } from './read-metrics.js';

/** The metrics that an equity curve alone decides, for stitched walk-forward equity: null with a reason where one does not exist. */
export function equityMetrics(curve: EquityInput): {
  metrics: Readonly<Record<EquityMetricId, number | null>>;
  metric_reasons: MetricReasons;
} {
  return readMetrics(bookOf(curve), EQUITY_METRIC_IDS);
}
