import { expOfParts } from './exp-of-parts.js';

/** e^x in plain arithmetic, the same bits in every engine; below 0.65 ulp (1 where the result is subnormal). */
export function exp(x: number): number {
  return expOfParts(x, 0);
}
