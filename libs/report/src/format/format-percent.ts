import { formatNumber, formatSigned } from './format-number.js';

/** A fraction as a percentage: 0.1234 is `12.34 %`. */
export function formatPercent(fraction: number, decimals = 2): string {
  const text = formatNumber(fraction * 100, decimals);
  return Number.isFinite(fraction) ? `${text}\u202f%` : text;
}

/** Like formatPercent, with a plus sign before what is above 0. */
export function formatSignedPercent(fraction: number, decimals = 2): string {
  const text = formatSigned(fraction * 100, decimals);
  return Number.isFinite(fraction) ? `${text}\u202f%` : text;
}
