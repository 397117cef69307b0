import { exactMean, sampleStd, ties } from '@projecta/numeric';
import type { Blocks } from './blocks.js';
import type { ReturnSums } from './return-sums.js';

/** Where a resample's spread is left: mean and sample standard deviation (ddof 1), exactly 0 where all values tie (E11), NaN below two. */
export interface ResampledSpread {
  mean: number;
  std: number;
  /** n values to gather a resample in, for the few that differences of sums are too coarse for. */
  readonly gathered: Float64Array;
}

export function spreadFor(n: number): ResampledSpread {
  return { mean: NaN, std: NaN, gathered: new Float64Array(n) };
}

/**
 * Mean and standard deviation of a resample from its blocks, two differences of prefix sums each. A resample whose squares are less than a
 * hundredth of the run's, say one that missed the one large return, would lose digits in the differences: its values are gathered and summed.
 */
export function resampledSpread(sums: ReturnSums, blocks: Blocks, spread: ResampledSpread): void {
  const n = sums.returns.length;
  if (blocks.count === n) addSingles(sums, blocks, spread);
  else addBlocks(sums, blocks, spread);
  const { mean: total, std: squares } = spread;
  const deviations = squares - (total * total) / n;
  spread.mean = sums.centre + total / n;
  spread.std = Math.sqrt(deviations / (n - 1));
  const isSharp = deviations >= 0.01 * sums.squares[n]! && deviations >= 0.01 * squares && spread.std > 1e-8 * Math.abs(spread.mean);
  if (!isSharp) gatheredSpread(sums.returns, blocks, spread);
}

/** Leaves the sums of deviations and of their squares in mean and std. */
function addBlocks({ sum, squares }: ReturnSums, { count, start, length }: Blocks, spread: ResampledSpread): void {
  let total = 0;
  let totalSquares = 0;
  for (let b = 0; b < count; b++) {
    const from = start[b]!;
    const to = from + length[b]!;
    total += sum[to]! - sum[from]!;
    totalSquares += squares[to]! - squares[from]!;
  }
  spread.mean = total;
  spread.std = totalSquares;
}

/** The same of blocks of one value each, which are read faster than their sums. */
function addSingles({ deviations }: ReturnSums, { count, start }: Blocks, spread: ResampledSpread): void {
  let total = 0;
  let totalSquares = 0;
  for (let b = 0; b < count; b++) {
    const x = deviations[start[b]!]!;
    total += x;
    totalSquares += x * x;
  }
  spread.mean = total;
  spread.std = totalSquares;
}

function gatheredSpread(returns: Float64Array, { count, start, length }: Blocks, spread: ResampledSpread): void {
  const n = returns.length;
  const values = spread.gathered;
  let position = 0;
  for (let b = 0; b < count; b++) {
    for (let k = 0; k < length[b]!; k++) values[position++] = returns[(start[b]! + k) % n]!;
  }
  spreadOfValues(values, spread);
}

/** The exact way: of values that all tie the deviation is 0, as for the run's own metrics. */
export function spreadOfValues(values: Float64Array, spread: { mean: number; std: number }): void {
  const n = values.length;
  spread.mean = exactMean(values);
  spread.std = n < 2 ? NaN : sampleStd(values, 0, n, spread.mean);
  if (spread.std <= 1e-8 * Math.abs(spread.mean) && allTie(values)) spread.std = 0;
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
