import type { RunResult } from '@projecta/engine';
import { formatNumber } from '../format/format-number.js';
import { decimalsFor } from '../format/format-cash.js';
import type { Markup } from '../html.js';
import { extremes } from '../scales/extremes.js';
import { linePath } from '../scales/path-data.js';
import { rangeOf } from '../scales/range-of.js';
import { fittingScale } from '../scales/value-scale.js';
import { candleInks, MOST_CANDLES } from './candle-inks.js';
import { overlayInks, type Overlay } from './overlays.js';
import { type DateAxis, plot } from './plot.js';
import { tradeMarks } from './trade-marks.js';

/** The close (candles when bars are few) with the entries and exits of the trades. */
export function priceChart({ candles, trades }: RunResult, dates: DateAxis, overlays: readonly Overlay[]): Markup {
  const { close, low, high } = candles;
  const asCandles = close.length <= MOST_CANDLES;
  const fills = trades.flatMap((trade) => (trades.length > 1000 ? [] : [trade.entry_price, trade.exit_price]));
  const range = asCandles ? rangeOf(low, high, fills) : rangeOf(close, fills);
  const scale = fittingScale({ ...range, height: 300, ratio: 4 });
  const decimals = decimalsFor(scale.step);
  const price = asCandles ? candleInks(candles, scale) : [{ className: 'price', data: linePath(close, extremes(close), scale) }];
  return plot({
    label: `Price over ${close.length} bars with entries and exits of ${trades.length} trades`,
    scale,
    formatTick: (value) => formatNumber(value, decimals),
    inks: [...price, ...overlayInks(overlays, scale)],
    dates,
    marks: tradeMarks(trades, close.length, scale) ?? { markup: '' },
  });
}
