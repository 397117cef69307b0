import { exactMean, log10, pow } from '@projecta/numeric';

/** Significance bound of an autocorrelation, in √(log10 N/N): the paper's c. */
const BAND = 2;

/**
 * The block length that Politis & White (2004, corrected 2009 with Patton) choose for a series: real for the stationary bootstrap,
 * rounded to whole bars for the circular one, at least 1 (E4, E5). 1 where the series does not vary.
 */
export function politisWhite(series: Float64Array, method: 'stationary' | 'circular'): number {
  const kernel = politisWhiteKernel(series, method);
  let step = kernel.next();
  while (!step.done) step = kernel.next();
  return step.value;
}

/** The same, pausing at each lag with the share done: a million returns that hang together take a second. */
export function* politisWhiteKernel(series: Float64Array, method: 'stationary' | 'circular'): Generator<number, number, void> {
  const n = series.length;
  const longest = Math.ceil(Math.min(3 * Math.sqrt(n), n / 3));
  const length = Math.max(1, Math.min(yield* optimalLength(series, method), longest)); // NaN stays NaN
  if (Number.isNaN(length)) return 1;
  return method === 'circular' ? Math.floor(length + 0.5) : length;
}

/** b = (2G²/D)^{1/3}·N^{1/3}, NaN where the series does not vary. */
function* optimalLength(series: Float64Array, method: 'stationary' | 'circular'): Generator<number, number, void> {
  const n = series.length;
  const covariance = covariancesOf(series);
  const lags = yield* lagsIn(n, (k) => covariance(k) / covariance(0));
  let g = 0;
  let atZero = covariance(0);
  for (let k = 1; k <= lags; k++) {
    const flatTop = Math.min(1, 2 * (1 - k / lags));
    yield 0.5 + (0.5 * k) / lags;
    g += 2 * flatTop * k * covariance(k);
    atZero += 2 * flatTop * covariance(k);
  }
  const d = (method === 'stationary' ? 2 : 4 / 3) * (atZero * atZero);
  return pow(((2 * (g * g)) / d) * n, 1 / 3);
}

/** M: twice the lag after which K_N autocorrelations in a row are insignificant, or the largest significant one. */
function* lagsIn(n: number, correlation: (k: number) => number): Generator<number, number, void> {
  const logN = log10(n);
  const inARow = Math.max(5, Math.ceil(Math.sqrt(logN)));
  const latest = Math.ceil(Math.sqrt(n));
  const bound = latest + inARow;
  const band = BAND * Math.sqrt(logN / n);
  const isSignificant = (k: number): boolean => Math.abs(correlation(k)) >= band;
  let last = 0; // the last significant lag among those looked at
  for (let k = 1; k <= bound; k++) {
    yield (0.5 * k) / bound;
    if (isSignificant(k)) last = k;
    else if (k - last === inARow) break; // lags last + 1 … last + K_N are insignificant
  }
  return Math.min(2 * Math.max(last, 1), bound);
}

/** R(k) = Σ(x_t − mean)(x_{t+k} − mean)/N, each computed when first asked for: mostly a handful of lags decides. */
function covariancesOf(series: Float64Array): (k: number) => number {
  const n = series.length;
  const mean = exactMean(series);
  const deviations = series.map((value) => value - mean);
  const known: number[] = [];
  return (k) => (known[k] ??= productSum(deviations, k) / n);
}

function productSum(x: Float64Array, k: number): number {
  let sum = 0;
  for (let t = k; t < x.length; t++) sum += x[t]! * x[t - k]!;
  return sum;
}
