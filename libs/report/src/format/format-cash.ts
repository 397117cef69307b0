import { formatNumber, formatSigned, formatSignificant } from './format-number.js';

/** An amount in the quote currency: cents below a million, whole units above, more digits when it is tiny. */
export function formatCash(value: number): string {
  const magnitude = Math.abs(value);
  if (magnitude > 0 && magnitude < 0.01) return formatSignificant(value, 3);
  return formatNumber(value, decimalsOf(magnitude));
}

/** Like formatCash, with a plus sign before what is above 0. */
export function formatSignedCash(value: number): string {
  const magnitude = Math.abs(value);
  if (magnitude > 0 && magnitude < 0.01) return (value > 0 ? '+' : '') + formatSignificant(value, 3);
  return formatSigned(value, decimalsOf(magnitude));
}

/** Cash on an axis: 120k, 1.5M, never more than it needs. */
export function formatShortCash(value: number, step: number): string {
  const magnitude = Math.max(Math.abs(value), step);
  for (const [size, suffix] of [
    [1e12, 'T'],
    [1e9, 'B'],
    [1e6, 'M'],
    [1e3, 'k'],
  ] as const) {
    if (magnitude >= size && value !== 0) return formatNumber(value / size, decimalsFor(step / size)) + suffix;
  }
  return formatNumber(value, decimalsFor(step));
}

/** Decimals that a number needs so that neighbours `step` apart read differently. */
export function decimalsFor(step: number): number {
  let decimals = 0;
  while (decimals < 12 && Math.abs(step - Number(step.toFixed(decimals))) > step * 1e-6) decimals++;
  return decimals;
}

function decimalsOf(magnitude: number): number {
  return magnitude >= 1e6 ? 0 : 2;
}
