/** 2^27 + 1: a product with it splits a double into two halves of 26 bits (Veltkamp 1968). */
const SPLITTER = 134217729;

/**
 * (high + low) / divisor, rounded once, for a whole divisor below 2^26.
 * The products of the quotient's halves with the divisor are exact, so the remainder is too, and adding its quotient back rounds to the nearest double.
 */
export function roundedQuotient(high: number, low: number, divisor: number): number {
  const sum = high + low;
  const part = sum - high;
  const rest = high - (sum - part) + (low - part);
  const quotient = sum / divisor;
  const scaled = quotient * SPLITTER;
  const upper = scaled - (scaled - quotient);
  const remainder = sum - upper * divisor - (quotient - upper) * divisor + rest;
  return quotient + remainder / divisor;
}
