import { ties } from '@projecta/numeric';

/** Sums over blocks of bars of many trials' returns: all that the cross-validation reads, so no trial's bars are kept. */
export interface BlockSums {
  readonly trials: number;
  readonly blocks: number;
  /** First bar of each block, and the end: the rows that the blocks do not divide belong to the last. */
  readonly starts: Int32Array;
  /** Σ(r − shift) at block·trials + trial. */
  readonly sums: Float64Array;
  /** Σ(r − shift)² at block·trials + trial. */
  readonly squares: Float64Array;
  /** Taken off a trial's returns before they are squared: its mean where that outweighs the deviations, else 0. */
  readonly shift: Float64Array;
  /** Lowest and highest return at block·trials + trial. */
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/** Empty sums for `trials` trials of `bars` returns in `blocks` blocks. */
export function blockSums({
  bars,
  blocks,
  trials,
}: {
  readonly bars: number;
  readonly blocks: number;
  readonly trials: number;
}): BlockSums {
  const length = Math.floor(bars / blocks);
  const starts = Int32Array.from({ length: blocks + 1 }, (_, block) => (block === blocks ? bars : block * length));
  const table = (): Float64Array => new Float64Array(blocks * trials);
  return { trials, blocks, starts, sums: table(), squares: table(), shift: new Float64Array(trials), low: table(), high: table() };
}

/** Enters a trial's returns. */
export function putTrial(into: BlockSums, trial: number, returns: Float64Array): void {
  const shift = shiftOf(returns);
  into.shift[trial] = shift;
  for (let block = 0; block < into.blocks; block++) putBlock(into, { returns, shift, block, at: block * into.trials + trial });
}

interface Block {
  readonly returns: Float64Array;
  readonly shift: number;
  readonly block: number;
  readonly at: number;
}

function putBlock({ starts, sums, squares, low, high }: BlockSums, { returns, shift, block, at }: Block): void {
  const end = starts[block + 1]!;
  let lowest = Infinity;
  let highest = -Infinity;
  let sum = 0;
  let square = 0;
  for (let i = starts[block]!; i < end; i++) {
    const value = returns[i]!;
    const deviation = value - shift;
    sum += deviation;
    square += deviation * deviation;
    if (value < lowest) lowest = value;
    if (value > highest) highest = value;
  }
  sums[at] = sum;
  squares[at] = square;
  low[at] = lowest;
  high[at] = highest;
}

/** Squares about 0 lose digits where the mean is many deviations away from it; elsewhere 0 keeps sums of equal returns of either sign exact. */
function shiftOf(returns: Float64Array): number {
  const n = returns.length;
  let sum = 0;
  let square = 0;
  for (let i = 0; i < n; i++) {
    sum += returns[i]!;
    square += returns[i]! * returns[i]!;
  }
  const mean = sum / n;
  return mean * mean > 16 * (square / n - mean * mean) ? mean : 0;
}

/** The trials that may not vary at all on some choice of half the blocks, and of each the blocks in which it does not. */
export function flatTrials({ trials, blocks, low, high }: BlockSums): readonly { readonly trial: number; readonly flatBlocks: number }[] {
  const found: { trial: number; flatBlocks: number }[] = [];
  for (let trial = 0; trial < trials; trial++) {
    let flatBlocks = 0;
    let count = 0;
    for (let block = 0; block < blocks; block++) {
      if (!ties(low[block * trials + trial]!, high[block * trials + trial]!)) continue;
      flatBlocks |= 1 << block;
      count++;
    }
    if (count >= blocks / 2) found.push({ trial, flatBlocks });
  }
  return found;
}
