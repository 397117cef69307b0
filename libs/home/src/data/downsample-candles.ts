import type { Candles } from '@projecta/candles';

/** Where each of `points` buckets of n rows begins, with n at the end: as equal as whole numbers can be, none empty. Fewer rows are a bucket each. */
export function bucketStarts(n: number, points: number): Float64Array {
  const buckets = Math.min(n, points);
  return Float64Array.from({ length: buckets + 1 }, (_, i) => (buckets === 0 ? 0 : Math.floor((i * n) / buckets)));
}

/**
 * Candles for a chart, at most `points` of them: each is the bars of a bucket as one, with the first bar's time and open, the highest high, the lowest
 * low, the last close, the sum of volume, and vwap weighted by volume. The extremes of the whole are kept. Fewer bars are given back as they are.
 */
export function downsampleCandles(candles: Candles, points: number): Candles {
  const { ts, open, high, low, close, volume, vwap } = candles;
  if (ts.length <= points) return candles;
  const starts = bucketStarts(ts.length, points);
  return {
    ts: firstOfBuckets(ts, starts),
    open: firstOfBuckets(open, starts),
    high: ofBuckets(starts, (from, to) => foldRange(high, from, to, Math.max)),
    low: ofBuckets(starts, (from, to) => foldRange(low, from, to, Math.min)),
    close: lastOfBuckets(close, starts),
    ...(volume && { volume: ofBuckets(starts, (from, to) => foldRange(volume, from, to, plus)) }),
    ...(vwap && { vwap: ofBuckets(starts, (from, to) => weightedMean(vwap, volume, from, to)) }),
  };
}

/** The value at the end of each bucket: what a line through the last closes would show. */
export function lastOfBuckets(values: Float64Array, starts: Float64Array): Float64Array {
  return ofBuckets(starts, (_, to) => values[to - 1]!);
}

/** The value at the beginning of each bucket. */
export function firstOfBuckets(values: Float64Array, starts: Float64Array): Float64Array {
  return ofBuckets(starts, (from) => values[from]!);
}

function ofBuckets(starts: Float64Array, value: (from: number, to: number) => number): Float64Array {
  const out = new Float64Array(starts.length - 1);
  for (let i = 0; i < out.length; i++) out[i] = value(starts[i]!, starts[i + 1]!);
  return out;
}

function foldRange(values: Float64Array, from: number, to: number, fold: (a: number, b: number) => number): number {
  let folded = values[from]!;
  for (let t = from + 1; t < to; t++) folded = fold(folded, values[t]!);
  return folded;
}

function plus(a: number, b: number): number {
  return a + b;
}

/** The plain mean where there is no volume. */
function weightedMean(values: Float64Array, weights: Float64Array | undefined, from: number, to: number): number {
  let weighted = 0;
  let weight = 0;
  for (let t = from; t < to; t++) {
    weighted += values[t]! * (weights?.[t] ?? 0);
    weight += weights?.[t] ?? 0;
  }
  return weight > 0 ? weighted / weight : foldRange(values, from, to, plus) / (to - from);
}
