import { ProjectaError } from '@projecta/errors';
import type { Candles } from './candles.js';
import { checkCandles } from './check-candles.js';
import { nativeTimeframe } from './native-timeframe.js';
import { TIMEFRAMES, timeframeMs, timeframeOrigin, type Timeframe } from './timeframe.js';

/**
 * The whole data set in bars of a coarser timeframe: first open, max high, min low, last close, sum of volume, vwap weighted by volume.
 * Bins are aligned to the epoch in UTC, 1w to Monday; a bin without a bar is left out. The data set's own timeframe gives the same candles back.
 * Throws TIMEFRAME_TOO_FINE for a finer timeframe, NOT_ALLOWED for one that whole bars do not fill.
 */
export function resampleCandles(candles: Candles, timeframe: Timeframe): Candles {
  const width = timeframeMs(timeframe);
  const native = nativeTimeframe(candles);
  if (timeframe === native) return candles;
  const possible = TIMEFRAMES.filter((one) => timeframeMs(one) % timeframeMs(native) === 0);
  if (width < timeframeMs(native)) throw refusal('TIMEFRAME_TOO_FINE', `is finer than the data set's own ${native}`, timeframe, possible);
  if (width % timeframeMs(native) !== 0) throw refusal('NOT_ALLOWED', `is not a whole number of ${native} bars`, timeframe, possible);
  const resampled = fillBins(candles, binStarts(candles.ts, width, timeframeOrigin(timeframe)));
  checkCandles(resampled, `candles resampled to ${timeframe}`); // a sum of huge volumes may overflow
  return resampled;
}

interface Bins {
  /** Open time of each bin that holds a bar. */
  readonly ts: Float64Array;
  /** Index of each bin's first bar, with n at the end. */
  readonly first: Float64Array;
}

function binStarts(ts: Float64Array, width: number, origin: number): Bins {
  const capacity = Math.min(ts.length, Math.floor((ts[ts.length - 1]! - ts[0]!) / width) + 2);
  const starts = new Float64Array(capacity);
  const first = new Float64Array(capacity + 1);
  let bins = 0;
  let end = -Infinity;
  for (let t = 0; t < ts.length; t++) {
    if (ts[t]! < end) continue;
    const start = Math.floor((ts[t]! - origin) / width) * width + origin;
    end = start + width;
    starts[bins] = start;
    first[bins++] = t;
  }
  first[bins] = ts.length;
  return { ts: starts.slice(0, bins), first: first.slice(0, bins + 1) };
}

function fillBins(candles: Candles, { ts, first }: Bins): Candles {
  const n = ts.length;
  const [open, high, low, close] = [new Float64Array(n), new Float64Array(n), new Float64Array(n), new Float64Array(n)];
  for (let bin = 0; bin < n; bin++) {
    const from = first[bin]!;
    const to = first[bin + 1]!;
    open[bin] = candles.open[from]!;
    close[bin] = candles.close[to - 1]!;
    let highest = candles.high[from]!;
    let lowest = candles.low[from]!;
    for (let t = from + 1; t < to; t++) {
      if (candles.high[t]! > highest) highest = candles.high[t]!;
      if (candles.low[t]! < lowest) lowest = candles.low[t]!;
    }
    high[bin] = highest;
    low[bin] = lowest;
  }
  return {
    ts,
    open,
    high,
    low,
    close,
    ...(candles.volume && { volume: binVolume(candles.volume, first) }),
    ...(candles.vwap && { vwap: binVwap(candles.vwap, candles.volume, first) }),
  };
}

function binVolume(volume: Float64Array, first: Float64Array): Float64Array {
  return perBin(first, (from, to) => {
    let sum = 0;
    for (let t = from; t < to; t++) sum += volume[t]!;
    return sum;
  });
}

/** Weighted by volume; the plain mean without a volume column or where none was traded. */
function binVwap(vwap: Float64Array, volume: Float64Array | undefined, first: Float64Array): Float64Array {
  return perBin(first, (from, to) => {
    let plain = 0;
    let weighted = 0;
    let weight = 0;
    for (let t = from; t < to; t++) {
      plain += vwap[t]!;
      if (!volume) continue;
      weighted += vwap[t]! * volume[t]!;
      weight += volume[t]!;
    }
    if (!volume || weight === 0) return plain / (to - from);
    const mean = weighted / weight;
    if (mean > 0 && mean < Infinity) return mean;
    // the products overflowed or vanished: shares of the volume cannot
    let shared = 0;
    for (let t = from; t < to; t++) shared += vwap[t]! * (volume[t]! / weight);
    return shared;
  });
}

function perBin(first: Float64Array, value: (from: number, to: number) => number): Float64Array {
  const out = new Float64Array(first.length - 1);
  for (let bin = 0; bin < out.length; bin++) out[bin] = value(first[bin]!, first[bin + 1]!);
  return out;
}

function refusal(
  code: 'TIMEFRAME_TOO_FINE' | 'NOT_ALLOWED',
  why: string,
  timeframe: Timeframe,
  allowed: readonly Timeframe[],
): ProjectaError {
  const message = `The timeframe ${timeframe} ${why}. Use one of ${allowed.join(', ')}.`;
  return new ProjectaError(code, message, [{ path: '/timeframe', code, message, allowed }]);
}
