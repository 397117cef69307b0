import type { MetricId, MetricUnit } from '@projecta/metrics';
import { formatCash, formatSignedCash } from './format-cash.js';
import { formatNumber, formatSignificant, NO_VALUE } from './format-number.js';
import { formatPercent, formatSignedPercent } from './format-percent.js';
import { formatDuration } from './format-time.js';

/** Metrics per year that are fractions; the other ones per year are ratios. */
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

/** A metric's value as a reader wants it: fractions in per cent, cash in thousands, times in days; `—` for null. */
export function formatMetric(id: MetricId, unit: MetricUnit, value: number | null): string {
  if (value === null || !Number.isFinite(value)) return NO_VALUE;
  if (isFractionMetric(id, unit)) return SIGNED.has(id) ? formatSignedPercent(value) : formatPercent(value);
  if (unit === 'cash') return SIGNED.has(id) ? formatSignedCash(value) : formatCash(value);
  if (unit === 'ms') return formatDuration(value);
  if (unit === 'count') return formatNumber(value, 0);
  if (unit === 'bars') return formatNumber(value, Number.isInteger(value) ? 0 : 1);
  if (unit === 'probability') return formatNumber(value, 3);
  return Number.isInteger(value) ? formatNumber(value, 0) : ratio(value);
}

/** The unit as it reads beside the formatted value; empty where the value shows it. */
export function unitLabel(id: MetricId, unit: MetricUnit): string {
  if (unit === 'none' || unit === 'fraction' || unit === 'ms') return '';
  if (unit === 'per year') return YEARLY_FRACTIONS.has(id) ? 'a year' : 'annualised';
  return unit;
}

/** Whether a metric is a fraction, shown in per cent. */
export function isFractionMetric(id: MetricId, unit: MetricUnit): boolean {
  return unit === 'fraction' || unit === 'share of bars' || (unit === 'per year' && YEARLY_FRACTIONS.has(id));
}

/** Three decimals up to 1000, so that small ratios line up; significant digits for what is tiny. */
function ratio(value: number): string {
  const size = Math.abs(value);
  if (size > 0 && size < 0.001) return formatSignificant(value, 3);
  return formatNumber(value, size < 10 ? 3 : size < 1000 ? 2 : 0);
}
