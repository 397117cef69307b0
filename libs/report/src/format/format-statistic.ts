import { contractOf, isMetricId } from '../metric-contracts.js';
import { formatMetric } from './format-metric.js';
import { formatSignificant, NO_VALUE } from './format-number.js';

/** A statistic in the units of the metric it is named after, or with four significant digits when it is none; `—` for what is no number. */
export function formatStatistic(metric: string, value: unknown): string {
  if (typeof value !== 'number') return NO_VALUE;
  return isMetricId(metric) ? formatMetric(metric, contractOf(metric).unit, value) : formatSignificant(value, 4);
}
