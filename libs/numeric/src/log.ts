import { exponentOf } from './exponent-of.js';
import { LN2_HIGH, LN2_LOW } from './ln2.js';
import { logKernel } from './log-kernel.js';
import { powerOfTwo } from './power-of-two.js';

/**
 * The natural logarithm in plain arithmetic, the same bits in every engine; below 1 ulp.
 * After fdlibm's e_log.c (Sun 1993). −Infinity at 0, NaN below.
 */
export function log(x: number): number {
  if (!(x > 0 && x < Infinity)) return logOfSpecial(x);
  if (x < 2.2250738585072014e-308) return logOfNormal(x * 18014398509481984, -54); // subnormal: times 2^54
  return logOfNormal(x, 0);
}

/** What every logarithm gives outside (0, ∞). */
export function logOfSpecial(x: number): number {
  if (x === 0) return -Infinity;
  return x < 0 ? NaN : x;
}

function logOfNormal(x: number, exponent: number): number {
  const shift = exponentOf(x);
  const k = exponent + shift;
  const f = x * powerOfTwo(-shift) - 1;
  const halfSquare = 0.5 * f * f;
  return logKernel(f, halfSquare) + k * LN2_LOW - halfSquare + f + k * LN2_HIGH;
}
