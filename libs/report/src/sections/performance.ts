import { drawdownChart } from '../charts/drawdown-chart.js';
import { equityChart } from '../charts/equity-chart.js';
import { exposureChart } from '../charts/exposure-chart.js';
import { priceOverlays } from '../charts/overlays.js';
import { priceChart } from '../charts/price-chart.js';
import { MOST_CANDLES } from '../charts/candle-inks.js';
import { runAxis } from '../charts/run-axis.js';
import { MOST_MARKED } from '../charts/trade-marks.js';
import { formatCash } from '../format/format-cash.js';
import { formatNumber, formatSignificant } from '../format/format-number.js';
import { formatPercent } from '../format/format-percent.js';
import { html, type Markup } from '../html.js';
import { type RunView } from '../run-view.js';
import { drawdownTable } from './drawdown-table.js';
import { figure, key, section } from './section.js';

/** The run over its bars: equity, drawdown, price with trades, exposure. All four share one axis. */
export function performance(view: RunView): Markup {
  const { run, bars, hold, timeOf } = view;
  const dates = runAxis(run.candles.ts);
  const { equity, drawdown, exposure } = run.equity;
  const last = bars - 1;
  const when = html`<output class="when" data-column="time">${timeOf(last)}</output>`;
  return section({
    id: 'performance',
    title: 'Performance',
    lead: `Every bar has the same width, so gaps between bars do not show; values are of the last bar, ${timeOf(last)}, until you point at another.`,
    body: [
      figure({
        title: 'Equity against buy and hold',
        legend: [
          key('line equity', 'Strategy', { column: 'equity', text: formatCash(equity[last]!) }),
          key('line hold', 'Buy and hold', { column: 'hold', text: formatCash(hold[last]!) }),
          when,
        ],
        chart: equityChart({ equity, hold }, dates),
        overBars: true,
      }),
      figure({
        title: 'Drawdown',
        legend: [key('area under', 'Below the peak', { column: 'drawdown', text: formatPercent(drawdown[last]!) }), when],
        chart: drawdownChart(drawdown, dates),
        overBars: true,
      }),
      priceFigure(view, when),
      figure({
        title: 'Exposure',
        legend: [
          key('area went-long', 'Long'),
          key('area went-short', 'Short'),
          html`<span class="key">Position / equity <output data-column="exposure">${formatPercent(exposure[last]!)}</output></span>`,
          when,
        ],
        chart: exposureChart(exposure, dates),
        overBars: true,
      }),
      drawdownTable(view),
    ],
  });
}

function priceFigure({ run, bars }: RunView, when: Markup): Markup {
  const { candles, trades, features } = run;
  const overlays = priceOverlays(features, candles.close);
  const marked = trades.length > 0 && trades.length <= MOST_MARKED;
  const signs = [
    key('sign long', 'Long entry'),
    key('sign short', 'Short entry'),
    key('sign won', 'Exit, gain'),
    key('sign lost', 'Exit, loss'),
  ];
  const close = { column: 'close', text: formatSignificant(candles.close[bars - 1]!, 6) };
  const price = bars <= MOST_CANDLES ? [key('box rose', 'Rose'), key('box fell', 'Fell', close)] : [key('line price', 'Close', close)];
  const many =
    trades.length > MOST_MARKED
      ? `${formatNumber(trades.length, 0)} trades are too many to mark one by one; the exposure below shows when a position was held.`
      : undefined;
  return figure({
    title: bars <= MOST_CANDLES ? 'Price with entries and exits' : marked ? 'Close with entries and exits' : 'Close',
    legend: [...price, ...overlays.map(({ name }, i) => key(`line overlay-${i + 1}`, name)), ...(marked ? signs : []), when],
    chart: priceChart(run, runAxis(candles.ts), overlays),
    ...(many === undefined ? {} : { note: many }),
    overBars: true,
  });
}
