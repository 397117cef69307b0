import { exp } from '@projecta/numeric';
import { heatMapTable } from '../charts/heat-map-table.js';
import { histogramChart } from '../charts/histogram-chart.js';
import { decimalsFor } from '../format/format-cash.js';
import { formatNumber } from '../format/format-number.js';
import { formatPercent } from '../format/format-percent.js';
import { html, type Markup } from '../html.js';
import { rangeOf } from '../scales/range-of.js';
import type { RunView } from '../run-view.js';
import { binsFor, type Histogram, histogramOf } from '../statistics/histogram.js';
import { periodReturns } from '../statistics/period-returns.js';
import { returnsInMarket, type ReturnsInMarket } from '../statistics/returns-in-market.js';
import { figure, key, section } from './section.js';

/** Returns by calendar period and how bar returns are spread. */
export function returns(view: RunView): Markup {
  const { run, initialCash } = view;
  const { ts, close } = run.candles;
  const periods = periodReturns({ ts, close, equity: run.equity.equity, initialCash });
  const heat = periods === null ? html`<p class="none">There are too few bars for returns by calendar period.</p>` : heatMapTable(periods);
  return section({ id: 'returns', title: 'Returns', body: [heat, histogramFigure(view)] });
}

function histogramFigure({ run }: RunView): Markup {
  const market = returnsInMarket(run.equity.equity, run.equity.position);
  const { returns: values, flatBars, mean, std } = market;
  if (values.length === 0) return html`<p class="none">No bar held a position, so there is no distribution of returns.</p>`;
  const range = rangeOf(values);
  const reach = std > 0 ? 6 * std : Number.POSITIVE_INFINITY;
  const histogram = histogramOf(values, {
    bins: binsFor(values.length, 80),
    low: Math.max(range.low, mean - reach),
    high: Math.min(range.high, mean + reach),
  });
  const compares = std > 0 && values.length >= 30;
  const tail =
    histogram.outside > 0 ? ` ${formatNumber(histogram.outside, 0)} beyond six standard deviations stand in the outermost bins.` : '';
  const flat = flatBars > 0 ? ` The ${formatNumber(flatBars, 0)} flat bars are left out.` : '';
  return figure({
    title: 'Returns of the bars in the market',
    legend: [
      key('box above', 'Gains'),
      key('box below', 'Losses'),
      compares ? key('line expected', 'Normal with the same mean and spread') : null,
    ],
    chart: histogramChart(histogram, {
      label: `Histogram of ${values.length} bar returns between ${formatPercent(range.low)} and ${formatPercent(range.high)}`,
      formatTick: (value, step) => formatPercent(value, decimalsFor(step * 100)),
      expected: compares ? normalCounts(histogram, market) : [],
      signed: true,
    }),
    note: `${formatNumber(values.length, 0)} bars, mean ${formatPercent(mean, 3)}, standard deviation ${formatPercent(std, 3)}.${flat}${tail}`,
  });
}

/** What a normal of the same mean and spread would put into each bin. */
function normalCounts({ start, step, counts, total }: Histogram, { mean, std }: ReturnsInMarket): readonly number[] {
  const peak = (total * step) / (std * Math.sqrt(2 * Math.PI));
  return counts.map((_, i) => {
    const z = (start + (i + 0.5) * step - mean) / std;
    return peak * exp(-0.5 * z * z);
  });
}
