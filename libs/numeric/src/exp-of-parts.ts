import { INVERSE_LN2, LN2_HIGH, LN2_LOW } from './ln2.js';
import { powerOfTwo } from './power-of-two.js';

/**
 * e^(high + low), where low is at most half a unit in the last place of high: what exp, pow and the normal tail share.
 * Reduction and rational kernel after fdlibm's e_exp.c (Sun 1993); 1 + r is added last, exactly, so the error stays below 0.65 ulp (1 where subnormal).
 */
export function expOfParts(high: number, low: number): number {
  if (Number.isNaN(high)) return high;
  if (high > 709.79) return Infinity;
  if (high < -745.14) return 0;
  const k = Math.floor(high * INVERSE_LN2 + 0.5);
  const r = high - k * LN2_HIGH; // exact
  const rest = k * LN2_LOW - low;
  const x = r - rest;
  const c = x - x * x * kernel(x * x);
  const one = 1 + r;
  return scale(one + (r - (one - 1) + ((x * c) / (2 - c) - rest)), k);
}

/** (x·coth(x/2) − 2)/x² for z = x², |x| <= ln2/2: fdlibm's Remez polynomial. */
function kernel(z: number): number {
  return (
    1.66666666666666019037e-1 +
    z * (-2.77777777770155933842e-3 + z * (6.61375632143793436117e-5 + z * (-1.6533902205465251539e-6 + z * 4.13813679705723846039e-8)))
  );
}

/** y·2^k, rounded once where it becomes subnormal. */
function scale(y: number, k: number): number {
  if (k > 1023) return y * 2 * powerOfTwo(k - 1);
  if (k < -1021) return y * powerOfTwo(k + 1000) * powerOfTwo(-1000);
  return y * powerOfTwo(k);
}
