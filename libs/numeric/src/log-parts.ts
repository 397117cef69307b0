import { exponentOf } from './exponent-of.js';
import { powerOfTwo } from './power-of-two.js';
import { twoProductError } from './two-product-error.js';

/** Where `logMantissaParts` leaves its two parts: written and read within one call, never kept. */
export const LOG = new Float64Array(2);

/** 2/3 in two parts. */
const TWO_THIRDS = 2 / 3;
const TWO_THIRDS_LOW = 3.700743415417188e-17;

/**
 * Splits a positive finite x into m·2^k, m in [√½, √2), leaves log m in LOG as two parts with some 64 right bits, and returns k.
 * The series 2·atanh(s), s = (m − 1)/(m + 1), its first two terms in doubled precision (Dekker 1971).
 */
export function logMantissaParts(x: number): number {
  const isSubnormal = x < 2.2250738585072014e-308;
  const normal = isSubnormal ? x * 18014398509481984 : x;
  const k = exponentOf(normal);
  const f = normal * powerOfTwo(-k) - 1; // exact
  const d = 2 + f;
  const dLow = f - (d - 2);
  const s = f / d;
  const sd = s * d;
  const sLow = (f - sd - twoProductError(s, d, sd) - s * dLow) / d;
  const z = s * s;
  const zLow = twoProductError(s, s, z) + 2 * s * sLow;
  const tail = z * series(z);
  const v = TWO_THIRDS + tail;
  const vLow = tail - (v - TWO_THIRDS) + TWO_THIRDS_LOW;
  const w = z * v;
  const wLow = twoProductError(z, v, w) + (z * vLow + zLow * v);
  const t = s * w;
  const tLow = twoProductError(s, w, t) + (s * wLow + sLow * w);
  const high = 2 * s + t;
  LOG[0] = high;
  LOG[1] = t - (high - 2 * s) + (2 * sLow + tLow);
  return k - (isSubnormal ? 54 : 0);
}

/** 2/5 + 2/7·z + 2/9·z² + …: z is at most 0.0295, so ten terms reach 2^-66 of the logarithm. */
function series(z: number): number {
  let sum = 2 / 27;
  for (let odd = 25; odd >= 5; odd -= 2) sum = 2 / odd + z * sum;
  return sum;
}
