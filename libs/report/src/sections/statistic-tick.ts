import { decimalsFor, formatShortCash } from '../format/format-cash.js';
import { isFractionMetric } from '../format/format-metric.js';
import { formatNumber } from '../format/format-number.js';
import { formatPercent } from '../format/format-percent.js';
import { contractOf, isMetricId } from '../metric-contracts.js';

/** How an axis names the values of a statistic, `step` apart: fractions in per cent, large numbers short. */
export function statisticTick(metric: string): (value: number, step: number) => string {
  if (isMetricId(metric) && isFractionMetric(metric, contractOf(metric).unit))
    return (value, step) => formatPercent(value, decimalsFor(step * 100));
  return (value, step) => (step >= 1000 ? formatShortCash(value, step) : formatNumber(value, decimalsFor(step)));
}
