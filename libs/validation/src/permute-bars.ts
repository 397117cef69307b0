import type { Candles } from '@projecta/candles';
import { inStretches } from '@projecta/numeric';
import type { RandomStream } from '@projecta/random';
import { type BarShapes, barShapes } from './bar-shapes.js';

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
  const gapOf = shuffledBars(stream, first, n);
  const shapeOf = shuffledBars(stream, first, n);

  const column = (unmoved: Float64Array): Float64Array => {
    const made = allocate(n);
    made.set(unmoved.subarray(0, first));
    return made;
  };
  const open = column(candles.open);
  const high = column(candles.high);
  const low = column(candles.low);
  const close = column(candles.close);
  const rebuilt = { open, high, low, close };
  const order = { shapes, gapOf, shapeOf, first };
  inStretches(first, n, (start, end) => rebuild(rebuilt, order, start, end));
  const permuted: Candles = { ts: candles.ts, open, high, low, close };
  return { ...permuted, ...volumeAndVwap(candles, permuted, { shapes, shapeOf, first, column }) };
}

interface Order {
  readonly shapes: BarShapes;
  /** Which bar's gap, and which bar's shape, each bar from `first` on gets. */
  readonly gapOf: Uint32Array;
  readonly shapeOf: Uint32Array;
  readonly first: number;
}

/** Makes the prices of bars [from, to) from the close before. */
function rebuild(
  { open, high, low, close }: Omit<Candles, 'ts'>,
  { shapes, gapOf, shapeOf, first }: Order,
  from: number,
  to: number,
): void {
  const { gap, high: highRatio, low: lowRatio, close: closeRatio } = shapes;
  let last = close[from - 1]!;
  for (let t = from; t < to; t++) {
    const shape = shapeOf[t - first]!;
    const price = last * gap[gapOf[t - first]!]!;
    last = price * closeRatio[shape]!; // by the ratio: equal shapes give equal bars, and ties between prices stay ties
    open[t] = price;
    high[t] = price * highRatio[shape]!;
    low[t] = price * lowRatio[shape]!;
    close[t] = last;
  }
}

/** The bars first … n−1 in random order. */
function shuffledBars(stream: RandomStream, first: number, n: number): Uint32Array {
  const bars = new Uint32Array(Math.max(0, n - first));
  for (let k = 0; k < bars.length; k++) bars[k] = first + k;
  stream.shuffle(bars);
  return bars;
}

interface Moved {
  readonly shapes: BarShapes;
  readonly shapeOf: Uint32Array;
  readonly first: number;
  readonly column: (unmoved: Float64Array) => Float64Array;
}

/** The optional columns: volume travels with the shape of its bar, vwap is part of it. */
function volumeAndVwap({ volume, vwap }: Candles, { open }: Candles, { shapes, shapeOf, first, column }: Moved): Partial<Candles> {
  const volumes = volume && column(volume);
  const averages = vwap && column(vwap);
  if (volumes) for (let k = 0; k < shapeOf.length; k++) volumes[first + k] = volume[shapeOf[k]!]!;
  if (averages) for (let k = 0; k < shapeOf.length; k++) averages[first + k] = open[first + k]! * shapes.vwap![shapeOf[k]!]!;
  return { ...(volumes && { volume: volumes }), ...(averages && { vwap: averages }) };
}
