import { exactMean, normalCdf, normalQuantile, quantileSorted, ties } from '@projecta/numeric';

/** An interval, or in words why there is none. */
export type Interval = { readonly low: number; readonly high: number } | string;

/** The middle of the samples: type-7 quantiles that leave (1 − confidence)/2 on either side. `sorted` ascending. */
export function percentileInterval(sorted: Float64Array, confidence: number): Interval {
  if (sorted.length === 0) return 'No sample has a value.';
  const tail = (1 - confidence) / 2;
  return { low: quantileSorted(sorted, tail), high: quantileSorted(sorted, 1 - tail) };
}

export interface BcaSample {
  /** The samples' values, ascending. */
  readonly sorted: Float64Array;
  readonly observed: number | null;
  /** The metric without return i, for every i. */
  readonly jackknife: readonly (number | null)[];
  readonly confidence: number;
}

/**
 * Bias-corrected and accelerated interval (Efron 1987; E6): z0 from the share of samples below the observed, ties half,
 * acceleration from the skew of the jackknife values, 0 where they all tie.
 */
export function bcaInterval({ sorted, observed, jackknife, confidence }: BcaSample): Interval {
  if (observed === null) return 'bca needs an observed value, and the run has none.';
  if (sorted.length === 0) return 'No sample has a value.';
  const share = shareBelow(sorted, observed);
  if (share === 0 || share === 1)
    return `bca needs samples on both sides of the observed value; all lie ${share === 0 ? 'above' : 'below'}.`;
  const values = jackknife.filter((value) => value !== null);
  if (values.length < jackknife.length) return 'bca needs the metric without each return, and without some of them it does not exist.';
  const acceleration = accelerationOf(Float64Array.from(values));
  const bias = normalQuantile(share);
  const z = normalQuantile((1 - confidence) / 2);
  const levelOf = (tail: number): number => {
    const shifted = bias + tail;
    const scale = 1 - acceleration * shifted;
    return scale > 0 ? normalCdf(bias + shifted / scale) : NaN;
  };
  const levels = [levelOf(z), levelOf(-z)] as const;
  if (levels.some(Number.isNaN)) return 'bca is out of the range of numbers here.';
  return { low: quantileSorted(sorted, levels[0]), high: quantileSorted(sorted, levels[1]) };
}

/** Share of the samples below the observed value; those that tie with it count half (E11). */
function shareBelow(sorted: Float64Array, observed: number): number {
  let below = 0;
  for (let i = 0; i < sorted.length; i++) below += ties(sorted[i]!, observed) ? 0.5 : sorted[i]! < observed ? 1 : 0;
  return below / sorted.length;
}

/** Σd³/(6(Σd²)^{3/2}) with d = mean − value; NaN where a sum overflows. */
function accelerationOf(values: Float64Array): number {
  let low = Infinity;
  let high = -Infinity;
  const mean = exactMean(values);
  let squares = 0;
  let cubes = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    low = Math.min(low, value);
    high = Math.max(high, value);
    const d = mean - value;
    squares += d * d;
    cubes += d * d * d;
  }
  if (ties(low, high)) return 0;
  const scale = 6 * squares * Math.sqrt(squares);
  return Number.isFinite(scale) && Number.isFinite(cubes) ? cubes / scale : NaN;
}
