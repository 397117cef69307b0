import { expOfParts } from './exp-of-parts.js';
import { LN2_HIGH, LN2_LOW } from './ln2.js';
import { LOG, logMantissaParts } from './log-parts.js';
import { twoProductError } from './two-product-error.js';

/** From here on a power of anything but ±1 overflows or vanishes. */
const HUGE_EXPONENT = 18446744073709551616; // 2^64

/**
 * x to the power y in plain arithmetic, the same bits in every engine; below 0.8 ulp (1 where subnormal), exact where the power is a double.
 * e^(y·log x) with the logarithm and the product in doubled precision. Special values as ECMAScript's Math.pow, pow(±1, ±Infinity) = NaN included.
 */
export function pow(x: number, y: number): number {
  if (y === 0) return 1;
  if (Number.isNaN(x) || Number.isNaN(y)) return NaN;
  const base = Math.abs(x);
  if (base === 1 && Math.abs(y) === Infinity) return NaN;
  if (x < 0 && x > -Infinity && Number.isFinite(y) && !Number.isInteger(y)) return NaN;
  const isNegative = (x < 0 || Object.is(x, -0)) && isOdd(y);
  const power = powOfPositive(base, y);
  return isNegative ? -power : power;
}

function powOfPositive(x: number, y: number): number {
  if (x === 1) return 1;
  if (y === 1) return x;
  if (x === 0 || x === Infinity || Math.abs(y) >= HUGE_EXPONENT) return x > 1 === y > 0 ? Infinity : 0;
  const k = logMantissaParts(x);
  const log = k * LN2_HIGH + LOG[0]!;
  const logLow = LOG[0]! - (log - k * LN2_HIGH) + (k * LN2_LOW + LOG[1]!);
  const product = y * log;
  const low = twoProductError(y, log, product) + y * logLow;
  const high = product + low;
  return expOfParts(high, product - high + low);
}

function isOdd(y: number): boolean {
  return Math.abs(y % 2) === 1;
}
