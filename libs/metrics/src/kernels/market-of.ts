import { inStretches, ties } from '@projecta/numeric';

/** Returns r against those of the market, b, which is the close held throughout. */
export interface Market {
  readonly n: number;
  readonly mean: number;
  /** Population variance of b, exactly 0 where all of them tie. */
  readonly variance: number;
  /** Population covariance of r and b. */
  readonly covariance: number;
  /** Of r − b, with 0 for ties: mean, and sample standard deviation (ddof 1), exactly 0 where all of them tie. */
  readonly activeMean: number;
  readonly activeStd: number;
}

interface Pair {
  readonly returns: Float64Array;
  readonly meanReturn: number;
  /** b, as long as the returns. */
  readonly closeReturns: Float64Array;
}

/** The returns' spread against the close's, from sums about 0 (2 × a plain sum), and only where that is ill-conditioned again about the means found. */
export function marketOf(returns: Float64Array, meanReturn: number, closeReturns: Float64Array): Market {
  const pair = { returns, meanReturn, closeReturns };
  const rough = about(pair, 0, 0);
  return isSharp(rough) ? rough : withoutNoise(pair, about(pair, rough.mean, rough.activeMean));
}

/** Moments from the sums of b − centre and (r − b) − activeCentre; the centres' distance from the means is corrected for. */
function about(pair: Pair, centre: number, activeCentre: number): Market {
  const n = pair.returns.length;
  const sums = new Float64Array(5);
  inStretches(0, n, (from, to) => addPairs(sums, pair, centre, activeCentre, from, to));
  const [sumB, sumD, squaresB, squaresD, products] = sums as unknown as readonly [number, number, number, number, number];
  return {
    n,
    mean: centre + sumB / n,
    variance: Math.max(0, squaresB - (sumB * sumB) / n) / n,
    covariance: products / n,
    activeMean: activeCentre + sumD / n,
    activeStd: Math.sqrt(Math.max(0, squaresD - (sumD * sumD) / n) / (n - 1)),
  };
}

/** Adds Σb', Σd', Σb'², Σd'² and Σ(r − mean)·b' of the pairs [from, to), where b' and d' are distances from the centres. */
function addPairs(
  sums: Float64Array,
  { returns, meanReturn, closeReturns }: Pair,
  centre: number,
  activeCentre: number,
  from: number,
  to: number,
): void {
  let sumB = sums[0]!;
  let sumD = sums[1]!;
  let squaresB = sums[2]!;
  let squaresD = sums[3]!;
  let products = sums[4]!;
  for (let i = from; i < to; i++) {
    const r = returns[i]!;
    const b = closeReturns[i]!;
    const fromB = b - centre;
    const fromD = active(r, b) - activeCentre;
    sumB += fromB;
    sumD += fromD;
    squaresB += fromB * fromB;
    squaresD += fromD * fromD;
    products += (r - meanReturn) * fromB;
  }
  sums[0] = sumB;
  sums[1] = sumD;
  sums[2] = squaresB;
  sums[3] = squaresD;
  sums[4] = products;
}

/** Neither mean outweighs its deviation so far that squares about 0 have lost digits. */
function isSharp({ mean, variance, activeMean, activeStd }: Market): boolean {
  return mean * mean <= 16 * variance && Math.abs(activeMean) <= 4 * activeStd;
}

/** Deviations that rounding alone may have made are 0 where the values all tie (fine print E11). */
function withoutNoise({ returns, closeReturns }: Pair, market: Market): Market {
  const { n, mean, variance, activeMean, activeStd } = market;
  const isFlat = Math.sqrt(variance) <= 1e-8 * Math.abs(mean) && allTie(n, (i) => closeReturns[i]!);
  const isActiveFlat = activeStd <= 1e-8 * Math.abs(activeMean) && allTie(n, (i) => active(returns[i]!, closeReturns[i]!));
  return { ...market, variance: isFlat ? 0 : variance, activeStd: isActiveFlat ? 0 : activeStd };
}

/** r − b, and 0 where the two tie (fine print C7, E11). */
function active(r: number, b: number): number {
  const distance = Math.abs(r - b);
  return distance <= 1e-9 * Math.abs(r) || distance <= 1e-9 * Math.abs(b) ? 0 : r - b;
}

function allTie(n: number, value: (i: number) => number): boolean {
  let low = Infinity;
  let high = -Infinity;
  for (let i = 0; i < n; i++) {
    low = Math.min(low, value(i));
    high = Math.max(high, value(i));
  }
  return ties(low, high);
}
