/** 2^27 + 1: a product with it splits a double into two halves of 26 bits (Veltkamp 1968). */
const SPLITTER = 134217729;

/**
 * (hi + lo) / divisor, rounded once, for a whole divisor below 2^26 and |lo| far below |hi|.
 * The products of the quotient's halves with the divisor are exact, so the remainder is too, and adding its quotient back rounds to the nearest double.
 */
export function roundedQuotient(hi: number, lo: number, divisor: number): number {
  const quotient = hi / divisor;
  const scaled = quotient * SPLITTER;
  const upper = scaled - (scaled - quotient);
  const remainder = hi - upper * divisor - (quotient - upper) * divisor + lo;
  return quotient + remainder / divisor;
}
