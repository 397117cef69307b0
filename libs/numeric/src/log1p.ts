import { exponentOf } from './exponent-of.js';
import { LN2_HIGH, LN2_LOW } from './ln2.js';
import { logKernel } from './log-kernel.js';
import { powerOfTwo } from './power-of-two.js';

/**
 * log(1 + x) without losing a small x, in plain arithmetic, the same bits in every engine; below 1 ulp.
 * After fdlibm's s_log1p.c (Sun 1993). −Infinity at −1, NaN below.
 */
export function log1p(x: number): number {
  if (!(x > -1 && x < Infinity)) return x === -1 ? -Infinity : x < -1 ? NaN : x;
  if (Math.abs(x) < 1.1e-16) return x;
  if (x > -0.29289321881345254 && x < 0.41421356237309503) return x - (0.5 * x * x - logKernel(x, 0.5 * x * x));
  const u = 1 + x;
  const k = exponentOf(u);
  const lost = k >= 2 ? 1 - (u - x) : x - (u - 1); // what rounding took from 1 + x
  const f = u * powerOfTwo(-k) - 1;
  const halfSquare = 0.5 * f * f;
  return logKernel(f, halfSquare) + (k * LN2_LOW + lost / u) - halfSquare + f + k * LN2_HIGH;
}
