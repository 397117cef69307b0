import type { Candles } from '@projecta/candles';
import { computeIndicator, type IndicatorDefinition, type InputName, type Params } from '@projecta/plugin';

type Given = Readonly<Record<string, unknown>>;
/** An indicator of any parameters, as far as its output names matter. */
type Named<O extends string> = IndicatorDefinition<Params, InputName, O>;

/** The outputs of an indicator on candles, under their names. */
export function computeOn<O extends string>(indicator: Named<O>, candles: Candles, params: Given = {}): Record<O, Float64Array> {
  return computeIndicator(indicator as IndicatorDefinition, candles, params) as Record<O, Float64Array>;
}

/** The outputs of a series indicator on plain values. */
export function computeOnSeries<O extends string>(
  indicator: Named<O>,
  values: ArrayLike<number>,
  params: Given = {},
): Record<O, Float64Array> {
  const series = Float64Array.from(values);
  return computeIndicator(indicator as IndicatorDefinition, flatCandles(series), params, { source: series }) as Record<O, Float64Array>;
}

/** Bars that only have a close, which is also their high and low; 1 unit of volume each. */
export function flatCandles(close: ArrayLike<number>): Candles {
  const prices = Float64Array.from(close);
  const ts = Float64Array.from(prices, (_, t) => t * 60_000);
  return { ts, open: prices, high: prices, low: prices, close: prices, volume: new Float64Array(prices.length).fill(1) };
}

/** Bars of [high, low, close] or [high, low, close, volume]; the open is the close. */
export function barsOf(rows: readonly (readonly [number, number, number, number?])[]): Candles {
  const column = (i: 0 | 1 | 2) => Float64Array.from(rows, (row) => row[i]);
  const volume = Float64Array.from(rows, (row) => row[3] ?? 1);
  return { ts: Float64Array.from(rows, (_, t) => t * 60_000), open: column(2), high: column(0), low: column(1), close: column(2), volume };
}
