import { exposureChart, MOST_EXPOSURE } from '../charts/exposure-chart.js';
import type { DateAxis } from '../charts/plot.js';
import { formatPercent } from '../format/format-percent.js';
import { html, type Markup } from '../html.js';
import { rangeOf } from '../scales/range-of.js';
import type { RunView } from '../run-view.js';
import { figure, key } from './section.js';

/** When a position was held at the close, how large and which way. */
export function exposureFigure({ run, bars }: RunView, dates: DateAxis, when: Markup): Markup {
  const { exposure } = run.equity;
  const { low, high } = rangeOf(exposure);
  if (low === 0 && high === 0) return html`<p class="none">No bar closed with a position, so there is no exposure to show.</p>`;
  const share = html`<span class="key"
    >Position / equity <output data-column="exposure">${formatPercent(exposure[bars - 1]!)}</output></span
  >`;
  return figure({
    title: 'Exposure at the close',
    legend: [key('area went-long', 'Long'), key('area went-short', 'Short'), share, when],
    chart: exposureChart(exposure, dates),
    ...(low < -MOST_EXPOSURE || high > MOST_EXPOSURE
      ? { note: `Near ruin the position was more than ${MOST_EXPOSURE} times equity; the chart is cut there.` }
      : {}),
    overBars: true,
  });
}
