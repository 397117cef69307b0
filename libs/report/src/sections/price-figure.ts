import { MOST_CANDLES } from '../charts/candle-inks.js';
import { priceOverlays } from '../charts/overlays.js';
import type { DateAxis } from '../charts/plot.js';
import { priceChart } from '../charts/price-chart.js';
import { MOST_MARKED } from '../charts/trade-marks.js';
import { formatNumber, formatSignificant } from '../format/format-number.js';
import type { Markup } from '../html.js';
import type { RunView } from '../run-view.js';
import { figure, key } from './section.js';

/** The price with the strategy's own columns over it and the trades on it. */
export function priceFigure({ run, bars }: RunView, dates: DateAxis, when: Markup): Markup {
  const { candles, trades, features } = run;
  const overlays = priceOverlays(features, candles.close);
  const isMarked = trades.length > 0 && trades.length <= MOST_MARKED;
  const isCandles = bars <= MOST_CANDLES;
  const close = key(isCandles ? 'none' : 'line price', 'Close', { column: 'close', text: formatSignificant(candles.close[bars - 1]!, 6) });
  const legend = [
    ...(isCandles ? [key('box rose', 'Rose'), key('box fell', 'Fell')] : []),
    close,
    ...overlays.map(({ name }, i) => key(`line overlay-${i + 1}`, name)),
    ...(isMarked
      ? [key('sign long', 'Long entry'), key('sign short', 'Short entry'), key('sign won', 'Exit, gain'), key('sign lost', 'Exit, loss')]
      : []),
    when,
  ];
  return figure({
    title: `${isCandles ? 'Price' : 'Close'}${isMarked ? ' with entries and exits' : ''}`,
    legend,
    chart: priceChart(run, dates, overlays),
    ...(trades.length > MOST_MARKED
      ? { note: `${formatNumber(trades.length, 0)} trades are too many to mark one by one; the exposure shows when a position was held.` }
      : {}),
    overBars: true,
  });
}
