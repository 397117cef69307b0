import { ties } from '@projecta/numeric';
import { meanOf } from './mean-of.js';

/** Location, scale and shape of returns. */
export interface Spread {
  readonly n: number;
  readonly mean: number;
  /** Sample standard deviation (ddof 1), exactly 0 where the values all tie; NaN below two values. */
  readonly std: number;
  /** Population central moments. */
  readonly m2: number;
  readonly m3: number;
  readonly m4: number;
}

/**
 * The spread of values in two passes, the second of which corrects the mean and the variance for the mean's rounding (Chan, Golub & LeVeque 1983).
 * Values that all tie (fine print E11) have none: rounding is never taken for risk.
 */
export function spreadOf(values: Float64Array): Spread {
  const n = values.length;
  const rough = meanOf(values);
  let drift = 0;
  let squares = 0;
  let cubes = 0;
  let fourths = 0;
  for (let i = 0; i < n; i++) {
    const x = values[i]! - rough;
    const square = x * x;
    drift += x;
    squares += square;
    cubes += square * x;
    fourths += square * square;
  }
  const mean = rough + drift / n;
  const corrected = Math.max(0, squares - (drift * drift) / n);
  const std = n > 1 ? Math.sqrt(corrected / (n - 1)) : NaN;
  if (std <= 1e-8 * Math.abs(mean) && allTie(values)) return { n, mean, std: 0, m2: 0, m3: 0, m4: 0 };
  return { n, mean, std, m2: corrected / n, m3: cubes / n, m4: fourths / n };
}

function allTie(values: Float64Array): boolean {
  let low = Infinity;
  let high = -Infinity;
  for (let i = 0; i < values.length; i++) {
    low = Math.min(low, values[i]!);
    high = Math.max(high, values[i]!);
  }
  return ties(low, high);
}
