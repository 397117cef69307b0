import { type Candles } from '@projecta/candles';
import { type RandomStream, shuffle } from '@projecta/random';

export interface PermuteOptions {
  /** First bar that moves; default 1. */
  readonly from?: number;
  /** Where the columns come from; default new memory. */
  readonly allocate?: (length: number) => Float64Array;
}

const newColumn = (length: number): Float64Array => new Float64Array(length);

/**
 * A market of the same bars in another order (§9, E3): bar 0 and all before `from` stay; of the others the gaps open/previous close and the
 * shapes (high, low, close, vwap)/open with their volume are shuffled, gaps first, each by its own shuffle of one generator,
 * and prices rebuilt from the close before. The times stay.
 */
export function permuteBars(candles: Candles, stream: RandomStream, { from = 1, allocate = newColumn }: PermuteOptions = {}): Candles {
  const { open, high, low, close, volume, vwap } = candles;
  const n = open.length;
  const first = Math.max(1, from);
  const moved = Math.max(0, n - first);
  const gaps = allocate(moved);
  const shapes = new Uint32Array(moved);
  for (let k = 0; k < moved; k++) {
    gaps[k] = open[first + k]! / close[first + k - 1]!;
    shapes[k] = first + k;
  }
  shuffle(stream, gaps);
  shuffle(stream, shapes);

  const copy = (column: Float64Array): Float64Array => {
    const copied = allocate(n);
    copied.set(column);
    return copied;
  };
  const permuted = { ts: candles.ts, open: copy(open), high: copy(high), low: copy(low), close: copy(close) };
  const volumes = volume && copy(volume);
  const averages = vwap && copy(vwap);
  for (let k = 0; k < moved; k++) {
    const t = first + k;
    const shape = shapes[k]!;
    const price = permuted.close[t - 1]! * gaps[k]!;
    const base = open[shape]!;
    permuted.open[t] = price;
    permuted.high[t] = price * (high[shape]! / base); // the ratio first: equal shapes give equal bars, and ties between prices stay ties
    permuted.low[t] = price * (low[shape]! / base);
    permuted.close[t] = price * (close[shape]! / base);
    if (volumes) volumes[t] = volume![shape]!;
    if (averages) averages[t] = price * (vwap![shape]! / base);
  }
  return { ...permuted, ...(volumes ? { volume: volumes } : {}), ...(averages ? { vwap: averages } : {}) };
}
