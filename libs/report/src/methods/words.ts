import { formatNumber, NO_VALUE } from '../format/format-number.js';
import { formatStatistic } from '../format/format-statistic.js';
import { contractOf, isMetricId } from '../metric-contracts.js';

/** A p-value with its Monte Carlo error: `p = 0.038 ± 0.006`. */
export function pInWords(p: number | null, error: number | null = null): string {
  if (p === null) return `p ${NO_VALUE}`;
  const about = error === null ? '' : ` ± ${formatNumber(error, 3)}`;
  return p < 0.0005 ? `p < 0.001${about}` : `p = ${formatNumber(p, 3)}${about}`;
}

/** A metric's name inside a sentence. */
export function metricName(id: string): string {
  const title = isMetricId(id) ? contractOf(id).title : id.replaceAll('_', ' ');
  return /^[A-Z][a-z]/.test(title) && !title.startsWith('Sharpe') ? title[0]!.toLowerCase() + title.slice(1) : title;
}

/** `low to high` in the units of a metric. */
export function rangeInWords(metric: string, low: number | null, high: number | null): string {
  return `${formatStatistic(metric, low)} to ${formatStatistic(metric, high)}`;
}

/** A count with its thousands. */
export function count(value: number): string {
  return formatNumber(value, 0);
}
