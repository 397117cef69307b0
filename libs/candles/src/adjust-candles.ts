import type { Candles } from './candles.js';
import { checkCandles } from './check-candles.js';

/** What every reader says when it has adjusted. */
export const ADJUSTED_NOTE =
  'Prices were multiplied by adj close / close and volume divided by it. Adjustment uses later information: at no time did a trader see these prices.';

/** Candles with open, high, low, close (and vwap) times adjusted/close, and volume divided by it, row by row. Throws DATA_INVALID where that overflows. */
export function adjustCandles(candles: Candles, adjusted: Float64Array, source: string): Candles {
  const factor = adjusted.map((value, t) => value / candles.close[t]!);
  const scaled = (column: Float64Array): Float64Array => column.map((value, t) => value * factor[t]!);
  const { ts, open, high, low, close, volume, vwap } = candles;
  const result: Candles = {
    ts,
    open: scaled(open),
    high: scaled(high),
    low: scaled(low),
    close: scaled(close),
    ...(volume && { volume: volume.map((value, t) => value / factor[t]!) }),
    ...(vwap && { vwap: scaled(vwap) }),
  };
  checkCandles(result, `${source} (adjusted)`);
  return result;
}
