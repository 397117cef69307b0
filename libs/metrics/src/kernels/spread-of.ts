import { inStretches, ties } from '@projecta/numeric';

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
 * The spread of values, whose plain `sum` is known, about the mean it gives; the pass corrects the mean and the variance for the mean's rounding (Chan, Golub & LeVeque 1983).
 * Values that all tie (fine print E11) have none: rounding is never taken for risk.
 */
export function spreadOf(values: Float64Array, sum: number): Spread {
  const n = values.length;
  const rough = sum / n;
  const sums = new Float64Array(4);
  inStretches(0, n, (from, to) => addPowers(sums, values, rough, from, to));
  const [drift, squares, cubes, fourths] = sums as unknown as readonly [number, number, number, number];
  const mean = rough + drift / n;
  const corrected = Math.max(0, squares - (drift * drift) / n);
  const std = n > 1 ? Math.sqrt(corrected / (n - 1)) : NaN;
  if (std <= 1e-8 * Math.abs(mean) && allTie(values)) return { n, mean, std: 0, m2: 0, m3: 0, m4: 0 };
  return { n, mean, std, m2: corrected / n, m3: cubes / n, m4: fourths / n };
}

/** Adds the first four powers of values[from..to) − centre to the four sums. */
function addPowers(sums: Float64Array, values: Float64Array, centre: number, from: number, to: number): void {
  let drift = sums[0]!;
  let squares = sums[1]!;
  let cubes = sums[2]!;
  let fourths = sums[3]!;
  for (let i = from; i < to; i++) {
    const x = values[i]! - centre;
    const square = x * x;
    drift += x;
    squares += square;
    cubes += square * x;
    fourths += square * square;
  }
  sums[0] = drift;
  sums[1] = squares;
  sums[2] = cubes;
  sums[3] = fourths;
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
