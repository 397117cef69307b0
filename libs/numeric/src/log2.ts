import { LOG, logMantissaParts } from './log-parts.js';
import { logOfSpecial } from './log.js';
import { twoProductError } from './two-product-error.js';

/** 1 / ln 2 in two parts. */
const INVERSE = 1.4426950408889634;
const INVERSE_LOW = 2.0355273740931033e-17;

/** The base-2 logarithm in plain arithmetic, the same bits in every engine; below 0.51 ulp, exact for powers of two. */
export function log2(x: number): number {
  if (!(x > 0 && x < Infinity)) return logOfSpecial(x);
  const k = logMantissaParts(x);
  const product = LOG[0]! * INVERSE;
  const low = twoProductError(LOG[0]!, INVERSE, product) + (LOG[0]! * INVERSE_LOW + LOG[1]! * INVERSE);
  if (k === 0) return product + low;
  const sum = k + product;
  return sum + (product - (sum - k) + low);
}
