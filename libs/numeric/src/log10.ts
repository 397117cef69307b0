import { LN2_HIGH, LN2_LOW } from './ln2.js';
import { LOG, logMantissaParts } from './log-parts.js';
import { logOfSpecial } from './log.js';
import { twoProductError } from './two-product-error.js';

/** 1 / ln 10 in two parts. */
const INVERSE = 0.4342944819032518;
const INVERSE_LOW = 1.098319650216765e-17;

/** The base-10 logarithm in plain arithmetic, the same bits in every engine; below 0.51 ulp, exact for powers of ten. */
export function log10(x: number): number {
  if (!(x > 0 && x < Infinity)) return logOfSpecial(x);
  const k = logMantissaParts(x);
  const natural = k * LN2_HIGH + LOG[0]!;
  const naturalLow = LOG[0]! - (natural - k * LN2_HIGH) + (k * LN2_LOW + LOG[1]!);
  const product = natural * INVERSE;
  return product + (twoProductError(natural, INVERSE, product) + (natural * INVERSE_LOW + naturalLow * INVERSE));
}
