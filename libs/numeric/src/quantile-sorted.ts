import { ProjectaError, quote } from '@projecta/errors';

/**
 * The q-quantile of ascending values by linear interpolation: type 7 of Hyndman & Fan (1996), the default of R and NumPy.
 * q is 0 … 1; NaN of nothing.
 */
export function quantileSorted(sorted: ArrayLike<number>, q: number): number {
  if (!(q >= 0 && q <= 1)) throw new ProjectaError('OUT_OF_RANGE', `A quantile is asked for at ${quote(q)}; it must be 0 … 1.`);
  if (sorted.length === 0) return NaN;
  const position = (sorted.length - 1) * q;
  const below = Math.floor(position);
  return interpolate(sorted[below]!, sorted[Math.min(below + 1, sorted.length - 1)]!, position - below);
}

/** The point `share` of the way from a to b; exact where a = b, infinite ones included. */
function interpolate(a: number, b: number, share: number): number {
  if (a === b || share === 0) return a;
  return a + (b - a) * share;
}
