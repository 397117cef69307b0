import type { Candles } from '@projecta/candles';

/** Every bar's gap, open over the close before it (NaN for the first), and its shape: high, low, close and vwap over its open. */
export interface BarShapes {
  readonly gap: Float64Array;
  readonly high: Float64Array;
  readonly low: Float64Array;
  readonly close: Float64Array;
  readonly vwap?: Float64Array;
}

/** Gaps and shapes of candles: what a permutation of their bars moves. Divided once a test, multiplied in every trial. */
export function barShapes({ open, high, low, close, vwap }: Candles): BarShapes {
  const overOpen = (column: Float64Array): Float64Array => column.map((price, t) => price / open[t]!);
  const gap = open.map((price, t) => (t === 0 ? NaN : price / close[t - 1]!));
  return { gap, high: overOpen(high), low: overOpen(low), close: overOpen(close), ...(vwap && { vwap: overOpen(vwap) }) };
}
