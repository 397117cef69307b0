import { extremes } from '../scales/extremes.js';
import { linePath } from '../scales/path-data.js';
import { rangeOf } from '../scales/range-of.js';
import type { ValueScale } from '../scales/value-scale.js';
import type { Ink } from './plot.js';

/** A feature column drawn over the price. */
export interface Overlay {
  readonly name: string;
  readonly values: Float64Array;
}

const PRICED =
  /^(sma|ema|wma|dema|tema|hma|kama|vwap|psar|highest|lowest|bollinger|donchian|keltner|supertrend|ichimoku|dual_sma)(_[^.]*)?(\.(?!direction).+)?$/;

const MOST_OVERLAYS = 4;

/** The feature columns that are prices: by the indicator's name, and by lying where the closes lie (a moving average of volume does not). */
export function priceOverlays(features: Readonly<Record<string, Float64Array>>, close: Float64Array): readonly Overlay[] {
  const { low, high } = rangeOf(close);
  const fits = (values: Float64Array): boolean => {
    const range = rangeOf(values);
    return range.low <= range.high && range.low >= low / 2 && range.high <= high * 2;
  };
  return Object.entries(features)
    .filter(([name, values]) => PRICED.test(name) && fits(values))
    .slice(0, MOST_OVERLAYS)
    .map(([name, values]) => ({ name, values }));
}

/** Their lines, told apart by class. */
export function overlayInks(overlays: readonly Overlay[], scale: ValueScale): readonly Ink[] {
  return overlays.map(({ values }, i) => ({
    className: `overlay overlay-${i + 1}`,
    data: linePath(values, extremes(values, 1000), scale),
  }));
}
