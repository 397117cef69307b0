import type { Candles } from './candles.js';

/** The bars that open in [start, end), epoch ms, as views of the same memory. */
export function sliceCandles(candles: Candles, start: number, end: number): Candles {
  const from = firstBarFrom(candles.ts, start);
  const to = Math.max(from, firstBarFrom(candles.ts, end));
  return {
    ts: candles.ts.subarray(from, to),
    open: candles.open.subarray(from, to),
    high: candles.high.subarray(from, to),
    low: candles.low.subarray(from, to),
    close: candles.close.subarray(from, to),
    ...(candles.volume && { volume: candles.volume.subarray(from, to) }),
    ...(candles.vwap && { vwap: candles.vwap.subarray(from, to) }),
  };
}

/** Index of the first bar with ts >= instant (n when there is none), by bisection. */
function firstBarFrom(ts: Float64Array, instant: number): number {
  let low = 0;
  let high = ts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ts[middle]! < instant) low = middle + 1;
    else high = middle;
  }
  return low;
}
