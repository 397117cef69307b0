import { ties } from '@projecta/numeric';
import { type BlockSums, flatTrials } from './block-sums.js';

/** Stands for a Sharpe ratio that does not exist: below every one that does, and a tie with itself, in plain arithmetic (−∞ would give NaN). */
export const NO_SHARPE = -1e300;

/** Writes every trial's Sharpe ratio per bar over the blocks of a mask (bit b = block b); answers the largest. */
export type HalfSharpes = (mask: number, out: Float64Array) => number;

/**
 * Sharpe ratios of half the blocks, for every choice of them.
 * The sums of all subsets of each third of the blocks are made once, so that a choice costs two additions a trial however many blocks it has,
 * and the subsets stay few: 144 rows of trials for 16 blocks, 768 for 24.
 */
export function halfSharpes(sums: BlockSums, riskFreePerBar: number): HalfSharpes {
  const { trials, blocks, starts, shift } = sums;
  const flat = flatTrials(sums);
  const third = Math.ceil(blocks / 3);
  const groups = [0, 1, 2].map((g) => Math.max(0, Math.min(third, blocks - g * third)));
  const sumOf = groups.map((size, g) => subsetSums(sums.sums, trials, { first: g * third, size }));
  const squareOf = groups.map((size, g) => subsetSums(sums.squares, trials, { first: g * third, size }));
  const less = shift.map((value) => value - riskFreePerBar); // what the mean of r − shift lacks of the mean excess
  const slack = 1e-9 * Math.abs(riskFreePerBar);
  const [size0 = 0, size1 = 0, size2 = 0] = groups;
  const row = (mask: number, first: number, size: number): number => ((mask >>> first) & ((1 << size) - 1)) * trials;
  return (mask, out) => {
    const [x, y, z] = [row(mask, 0, size0), row(mask, third, size1), row(mask, 2 * third, size2)];
    sharpesOf({ sumOf, squareOf, x, y, z, n: rowsIn(starts, mask), less, slack, out });
    for (const { trial, flatBlocks } of flat) if ((mask & ~flatBlocks) === 0 && isFlatOn(sums, trial, mask)) out[trial] = NO_SHARPE;
    return largest(out, trials);
  };
}

interface Half {
  readonly sumOf: readonly Float64Array[];
  readonly squareOf: readonly Float64Array[];
  /** Where the rows of the mask's three parts begin. */
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly n: number;
  readonly less: Float64Array;
  /** A mean this near to the risk-free rate ties with it (E11). */
  readonly slack: number;
  readonly out: Float64Array;
}

/** (mean − rf)/std, ddof 1, from sums: a division and a root a trial. */
function sharpesOf({ sumOf, squareOf, x, y, z, n, less, slack, out }: Half): void {
  const a = sumOf[0]!;
  const b = sumOf[1]!;
  const c = sumOf[2]!;
  const p = squareOf[0]!;
  const q = squareOf[1]!;
  const r = squareOf[2]!;
  const trials = less.length;
  const share = 1 / n;
  const degrees = 1 / (n - 1);
  for (let i = 0; i < trials; i++) {
    const sum = a[x + i]! + b[y + i]! + c[z + i]!;
    const squares = p[x + i]! + q[y + i]! + r[z + i]!;
    const mean = sum * share;
    let excess = mean + less[i]!;
    if (Math.abs(excess) <= slack) excess = 0;
    const sharpe = excess / Math.sqrt((squares - sum * mean) * degrees);
    out[i] = Math.abs(sharpe) < 1e300 ? sharpe : NO_SHARPE;
  }
}

function largest(values: Float64Array, count: number): number {
  let most = -Infinity;
  for (let i = 0; i < count; i++) if (values[i]! > most) most = values[i]!;
  return most;
}

/** Sums over every subset of a group of blocks, a row of trials each, indexed by the subset's bits. */
function subsetSums(table: Float64Array, trials: number, { first, size }: { readonly first: number; readonly size: number }): Float64Array {
  const sums = new Float64Array((1 << size) * trials);
  for (let subset = 1; subset < 1 << size; subset++) {
    const block = 31 - Math.clz32(subset); // the highest, added last: blocks are summed in time's order
    const without = (subset ^ (1 << block)) * trials;
    const row = (first + block) * trials;
    for (let i = 0; i < trials; i++) sums[subset * trials + i] = sums[without + i]! + table[row + i]!;
  }
  return sums;
}

/** Bars in the blocks of a mask of half of them: the last block may be longer than the others. */
function rowsIn(starts: Int32Array, mask: number): number {
  const blocks = starts.length - 1;
  const length = starts[1]!;
  const last = (mask >>> (blocks - 1)) & 1;
  return (blocks / 2) * length + last * (starts[blocks]! - blocks * length);
}

function isFlatOn({ trials, blocks, low, high }: BlockSums, trial: number, mask: number): boolean {
  let lowest = Infinity;
  let highest = -Infinity;
  for (let block = 0; block < blocks; block++) {
    if (((mask >>> block) & 1) === 0) continue;
    lowest = Math.min(lowest, low[block * trials + trial]!);
    highest = Math.max(highest, high[block * trials + trial]!);
  }
  return ties(lowest, highest);
}
