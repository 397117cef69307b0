import type { Candles } from '@projecta/candles';

/**
 * Bars [from, to) that are simulated on their own, as in a fold of a walk-forward: bars before are history, bars after do not exist.
 * It starts flat with `initialCash`; before `from` every direction counts as 0, so that one already in force is traded from the close of `from` (E8).
 */
export interface Segment {
  readonly from: number;
  readonly to: number;
  readonly initialCash: number;
}

/** The candles before bar `to`, sharing their memory. */
export function candlesBefore(candles: Candles, to: number): Candles {
  const { ts, open, high, low, close, volume, vwap } = candles;
  if (to === ts.length) return candles;
  const head = (column: Float64Array): Float64Array => column.subarray(0, to);
  return {
    ts: head(ts),
    open: head(open),
    high: head(high),
    low: head(low),
    close: head(close),
    ...(volume && { volume: head(volume) }),
    ...(vwap && { vwap: head(vwap) }),
  };
}
