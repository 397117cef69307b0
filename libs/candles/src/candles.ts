/** Bars as columns of one length: times are open times in epoch milliseconds (UTC), prices in the quote currency, volume in units. */
export interface Candles {
  /** Bar OPEN times: integers, strictly increasing. */
  readonly ts: Float64Array;
  readonly open: Float64Array;
  readonly high: Float64Array;
  readonly low: Float64Array;
  readonly close: Float64Array;
  /** Absent as a whole when the source has no volume. */
  readonly volume?: Float64Array;
  readonly vwap?: Float64Array;
}

/** The name of a candle column. */
export type PriceColumn = 'ts' | 'open' | 'high' | 'low' | 'close' | 'volume' | 'vwap';
