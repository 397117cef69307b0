import type { Candles } from '@projecta/candles';
import { inStretches } from '@projecta/numeric';
import type { RandomStream } from '@projecta/random';
import { type BarShapes, barShapes, SHAPE } from './bar-shapes.js';

export interface PermuteOptions {
  /** First bar that moves; default 1. */
  readonly from?: number;
  /** Where the columns come from; default new memory. */
  readonly allocate?: (length: number) => Float64Array;
  /** The candles' gaps and shapes, for callers that permute them many times. */
  readonly shapes?: BarShapes;
}

const newColumn = (length: number): Float64Array => new Float64Array(length);

/**
 * A market of the same bars in another order (§9, E3): bar 0 and all before `from` stay; of the others the gaps open/previous close and the
 * shapes (high, low, close, vwap)/open with their volume are shuffled, gaps first, each by its own shuffle of one generator,
 * and prices rebuilt from the close before. The times stay.
 */
export function permuteBars(
  candles: Candles,
  stream: RandomStream,
  { from = 1, allocate = newColumn, shapes = barShapes(candles) }: PermuteOptions = {},
): Candles {
  const n = candles.ts.length;
  const first = Math.max(1, from);
  shuffleBars(shapes.gapOf, shapes.bars, stream, first);
  shuffleBars(shapes.shapeOf, shapes.bars, stream, first);

  const column = (unmoved: Float64Array | undefined): Float64Array => {
    const made = allocate(n);
    if (unmoved) made.set(unmoved.subarray(0, first));
    return made;
  };
  const open = column(candles.open);
  const high = column(candles.high);
  const low = column(candles.low);
  const close = column(candles.close);
  const volume = column(candles.volume);
  const rebuilt = { open, high, low, close, volume };
  inStretches(first, n, (start, end) => rebuild(rebuilt, shapes, start, end));
  const permuted: Candles = { ts: candles.ts, open, high, low, close, ...(candles.volume && { volume }) };
  if (!candles.vwap) return permuted;
  const vwap = column(candles.vwap);
  for (let t = first; t < n; t++) vwap[t] = open[t]! * shapes.vwap![shapes.shapeOf[t]!]!;
  return { ...permuted, vwap };
}

/** Makes bars [from, to) from the close before. */
function rebuild(
  { open, high, low, close, volume }: Required<Omit<Candles, 'ts' | 'vwap'>>,
  { gap, shape, gapOf, shapeOf }: BarShapes,
  from: number,
  to: number,
): void {
  let last = close[from - 1]!;
  for (let t = from; t < to; t++) {
    const at = SHAPE * shapeOf[t]!;
    const price = last * gap[gapOf[t]!]!;
    last = price * shape[at + 2]!; // by the ratio: equal shapes give equal bars, and ties between prices stay ties
    open[t] = price;
    high[t] = price * shape[at]!;
    low[t] = price * shape[at + 1]!;
    close[t] = last;
    volume[t] = shape[at + 3]!;
  }
}

/** Puts the bars from `first` on in random order. */
function shuffleBars(order: Uint32Array, bars: Uint32Array, stream: RandomStream, first: number): void {
  order.set(bars);
  if (first < order.length) stream.shuffle(order.subarray(first));
}
