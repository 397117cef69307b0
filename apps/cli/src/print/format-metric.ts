import { METRICS, type MetricId } from '@projecta/metrics';
import { formatDuration, formatNumber, formatPercent, NO_VALUE, signed } from './format-number.js';

/** Of the metrics per year these are fractions, the others ratios. */
const YEARLY_FRACTIONS: ReadonlySet<MetricId> = new Set(['cagr', 'volatility', 'alpha']);

/** Metrics whose sign is the message. */
const SIGNED: ReadonlySet<MetricId> = new Set([
  'total_return',
  'cagr',
  'buy_and_hold_return',
  'alpha',
  'net_pnl',
  'ideal_pnl',
  'expectancy',
  'best_trade',
  'worst_trade',
]);

const UNITS = new Map(METRICS.map(({ id, unit }) => [id, unit]));

/** A metric's value for people: fractions in per cent, money with cents, times in days; a dash for null. */
export function formatMetric(id: MetricId, value: number | null): string {
  if (value === null) return NO_VALUE;
  const text = plain(id, value);
  return SIGNED.has(id) ? signed(text) : text;
}

function plain(id: MetricId, value: number): string {
  switch (UNITS.get(id)) {
    case 'fraction':
    case 'share of bars':
      return formatPercent(value);
    case 'per year':
      return YEARLY_FRACTIONS.has(id) ? formatPercent(value) : ratio(value);
    case 'cash':
      return formatNumber(value, 2);
    case 'ms':
      return formatDuration(value);
    case 'count':
      return formatNumber(value, 0);
    case 'bars':
    case 'bars per year':
      return formatNumber(value, Number.isInteger(value) ? 0 : 1);
    default:
      return ratio(value);
  }
}

/** Three digits after the point for what is small, fewer as it grows. */
function ratio(value: number): string {
  const size = Math.abs(value);
  if (size >= 1e9) return value.toExponential(3);
  return formatNumber(value, size < 100 ? 3 : size < 10_000 ? 1 : 0);
}
