import { growExpansion } from './grow-expansion.js';

/** Where `sumParts` leaves its three parts: written and read within one call, never kept. */
export const SUM = new Float64Array(3);

/**
 * Adds values[start..end) exactly and leaves the sum in SUM: the rounded sum but for halves, what is left of it, and a third part for its sign.
 * Mostly two cascaded two-sums (Ogita, Rump & Oishi 2005) hold all bits: 2.4 × a plain sum. Where the second one rounds, the values are added as an expansion.
 * Where the sum is not finite, SUM holds what a plain sum gives, and zeros.
 */
export function sumParts(values: ArrayLike<number>, start: number, end: number): void {
  const column = values instanceof Float64Array ? values : new Float64Array(values);
  const isExact = cascade(column, start, end);
  if (!Number.isFinite(SUM[0]!)) leave(plainSum(column, start, end), 0, 0);
  else if (!isExact) leaveLargest(growExpansion(column, start, end));
}

/** Leaves the sum in SUM as rounded sum and rest. False when the errors' own sum was rounded too. */
function cascade(values: Float64Array, start: number, end: number): boolean {
  let sum = 0;
  let error = 0;
  let dust = 0;
  for (let i = start; i < end; i++) {
    const x = values[i]!;
    const s = sum + x;
    const sThere = s - sum;
    const e = sum - (s - sThere) + (x - sThere);
    sum = s;
    const t = error + e;
    const tThere = t - error;
    dust += Math.abs(error - (t - tThere) + (e - tThere));
    error = t;
  }
  const high = sum + error;
  const errorThere = high - sum;
  leave(high, sum - (high - errorThere) + (error - errorThere), 0);
  return dust === 0;
}

/** The three largest parts of an expansion, smallest first: of what lies below the second only the sign can matter. */
function leaveLargest(parts: Float64Array): void {
  leave(parts.at(-1) ?? 0, parts.at(-2) ?? 0, parts.at(-3) ?? 0);
}

function leave(high: number, middle: number, low: number): void {
  SUM[0] = high;
  SUM[1] = middle;
  SUM[2] = low;
}

function plainSum(values: Float64Array, start: number, end: number): number {
  let sum = 0;
  for (let i = start; i < end; i++) sum += values[i]!;
  return sum;
}
