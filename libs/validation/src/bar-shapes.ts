import type { Candles } from '@projecta/candles';

/** What a permutation of bars moves, prepared once a test: prices are divided here and multiplied in every trial. */
export interface BarShapes {
  /** Every bar's open over the close before it; NaN for the first. */
  readonly gap: Float64Array;
  /** Every bar's shape: high, low and close over its open, and its volume (0 without); side by side, so that a bar is one cold read. */
  readonly shape: Float64Array;
  readonly vwap?: Float64Array;
  /** 0 … n − 1. */
  readonly bars: Uint32Array;
  /** Memory for the order of gaps and shapes in a trial, written anew by each. */
  readonly gapOf: Uint32Array;
  readonly shapeOf: Uint32Array;
}

/** Numbers a shape. */
export const SHAPE = 4;

/** Gaps and shapes of candles. */
export function barShapes({ open, high, low, close, volume, vwap }: Candles): BarShapes {
  const n = open.length;
  const gap = Float64Array.from(open, (price, t) => (t === 0 ? NaN : price / close[t - 1]!));
  const shape = new Float64Array(SHAPE * n);
  for (let t = 0; t < n; t++) shape.set([high[t]! / open[t]!, low[t]! / open[t]!, close[t]! / open[t]!, volume?.[t] ?? 0], SHAPE * t);
  const bars = Uint32Array.from({ length: n }, (_, t) => t);
  const averages = vwap && Float64Array.from(vwap, (price, t) => price / open[t]!);
  return { gap, shape, ...(averages && { vwap: averages }), bars, gapOf: new Uint32Array(n), shapeOf: new Uint32Array(n) };
}
