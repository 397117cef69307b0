import { log } from '@projecta/numeric';
import type { BlockSums } from './block-sums.js';
import { halfMasks } from './half-masks.js';
import { type HalfSharpes, halfSharpes } from './half-sharpes.js';

/** What the cross-validation found. */
export interface Cscv {
  /** Share of the choices whose best in sample came out in the lower half out of sample. */
  readonly pbo: number;
  /** Rank out of sample, 1 (worst) … N, of the best in sample, choice by choice; ties share their average rank. */
  readonly ranks: Float64Array;
}

export interface CscvOptions {
  readonly riskFreePerBar?: number;
}

/** Sharpe ratios computed between two pauses: some 3 ms. */
const PAUSE = 200_000;

/**
 * The probability of backtest overfitting by combinatorially symmetric cross-validation: Bailey, Borwein, López de Prado & Zhu (2015).
 * Every choice of half the blocks is a training set once and a test set once; the first trial that ties with the best in sample (E9, E11) is ranked out of sample.
 * λ = ln(ω/(1 − ω)) <= 0 for ω = rank/(N + 1). Yields the share done where a caller may pause or stop.
 */
export function* cscv(sums: BlockSums, { riskFreePerBar = 0 }: CscvOptions = {}): Generator<number, Cscv, void> {
  const { trials, blocks } = sums;
  const sharpes = halfSharpes(sums, riskFreePerBar);
  const masks = halfMasks(blocks);
  const count = masks.length;
  const ranks = new Float64Array(count);
  const one = new Float64Array(trials);
  const other = new Float64Array(trials);
  const stride = Math.max(1, Math.floor(PAUSE / (2 * trials)));
  let overfitted = 0;
  // Ascending masks mirror: the complement of the i-th is the (count − 1 − i)-th. Both halves of a pair are in sample once.
  for (let i = 0; i < count / 2; i++) {
    rankPair({ sharpes, masks, ranks, one, other }, i, count - 1 - i);
    if (i % stride === stride - 1) yield (2 * i) / count;
  }
  for (let i = 0; i < count; i++) if (2 * ranks[i]! <= trials + 1) overfitted++;
  return { pbo: overfitted / count, ranks };
}

interface Ranking {
  readonly sharpes: HalfSharpes;
  readonly masks: Int32Array;
  readonly ranks: Float64Array;
  readonly one: Float64Array;
  readonly other: Float64Array;
}

/** Ranks the best of a choice on its complement, and the other way round. Its own function: code inlined in a generator was thrown away at each of its ends. */
function rankPair({ sharpes, masks, ranks, one, other }: Ranking, i: number, mirror: number): void {
  const bestOfOne = sharpes(masks[i]!, one);
  const bestOfOther = sharpes(masks[mirror]!, other);
  ranks[i] = rankOf(other, firstTying(one, bestOfOne));
  ranks[mirror] = rankOf(one, firstTying(other, bestOfOther));
}

/** The first value that ties with the largest (E11). */
function firstTying(values: Float64Array, largest: number): number {
  const least = lowestTying(largest);
  let i = 0;
  while (values[i]! < least) i++;
  return i;
}

/** Average rank of values[index] from below (E11). Counted without a branch: which side a value falls on is a coin toss no processor predicts. */
function rankOf(values: Float64Array, index: number): number {
  const lowest = lowestTying(values[index]!);
  const highest = -lowestTying(-values[index]!);
  let below = 0;
  let notAbove = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    below += Number(value < lowest); // V8 makes a branch of `? 1 : 0`
    notAbove += Number(value <= highest);
  }
  return (below + notAbove + 1) / 2;
}

/** Least share of a number's square that its ties have: |a − b| <= 1e-9·max(|a|, |b|) for the numbers themselves (E11). */
const TIE = (1 - 1e-9) * (1 - 1e-9);

/** The least square under its sign that ties with a value, on either side of 0. */
function lowestTying(value: number): number {
  return value > 0 ? value * TIE : value / TIE;
}

/** λ = ln(ω/(1 − ω)) of each rank out of sample, ω = rank/(N + 1). */
export function logitsOf(ranks: Float64Array, trials: number): Float64Array {
  return ranks.map((rank) => log(rank / (trials + 1 - rank)));
}
