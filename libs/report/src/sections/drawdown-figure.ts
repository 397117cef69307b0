import { drawdownChart } from '../charts/drawdown-chart.js';
import type { DateAxis } from '../charts/plot.js';
import { formatPercent } from '../format/format-percent.js';
import { html, type Markup } from '../html.js';
import { rangeOf } from '../scales/range-of.js';
import type { RunView } from '../run-view.js';
import { figure, key } from './section.js';

/** How far equity lay below its peak, or a sentence when it never did. */
export function drawdownFigure({ run, bars }: RunView, dates: DateAxis, when: Markup): Markup {
  const { drawdown } = run.equity;
  if (!(rangeOf(drawdown).low < 0)) return html`<p class="none">Equity never closed below its peak, so there is no drawdown to show.</p>`;
  return figure({
    title: 'Drawdown',
    legend: [key('area under', 'Below the peak', { column: 'drawdown', text: formatPercent(drawdown[bars - 1]!) }), when],
    chart: drawdownChart(drawdown, dates),
    overBars: true,
  });
}
