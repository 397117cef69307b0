import { equityChart } from '../charts/equity-chart.js';
import { runAxis } from '../charts/run-axis.js';
import { formatCash } from '../format/format-cash.js';
import { html, type Markup } from '../html.js';
import type { RunView } from '../run-view.js';
import { drawdownFigure } from './drawdown-figure.js';
import { drawdownTable } from './drawdown-table.js';
import { exposureFigure } from './exposure-figure.js';
import { priceFigure } from './price-figure.js';
import { figure, key, section } from './section.js';

/** The run over its bars: equity, drawdown, price with trades, exposure. All four share one axis. */
export function performance(view: RunView): Markup {
  const { run, bars, hold, timeOf } = view;
  const dates = runAxis(run.candles.ts);
  const { equity } = run.equity;
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
      drawdownFigure(view, dates, when),
      priceFigure(view, dates, when),
      exposureFigure(view, dates, when),
      drawdownTable(view),
    ],
  });
}
