import { histogramChart, type HistogramMark } from '../charts/histogram-chart.js';
import { decimalsFor, formatShortCash } from '../format/format-cash.js';
import { formatNumber } from '../format/format-number.js';
import { formatPercent } from '../format/format-percent.js';
import type { Markup } from '../html.js';
import { isFractionMetric } from '../format/format-metric.js';
import { contractOf, isMetricId } from '../metric-contracts.js';
import { rangeOf } from '../scales/range-of.js';
import type { RunView } from '../run-view.js';
import { binsFor, histogramOf } from '../statistics/histogram.js';
import { figure } from './section.js';

interface Options {
  readonly method: string;
  readonly metric: string;
  readonly marks: readonly HistogramMark[];
}

/** The values of a method's trials as a histogram with what was observed; null when no trial has one. */
export function trialHistogram({ run }: RunView, { method, metric, marks }: Options): Markup | null {
  const values = Float64Array.from(
    run.validation_detail.flatMap((row) => (row.method === method && row.metric === metric && row.value !== null ? [row.value] : [])),
  );
  const { low, high } = rangeOf(values);
  if (!(low <= high)) return null;
  const title = isMetricId(metric) ? contractOf(metric).title : metric.replaceAll('_', ' ');
  const count = formatNumber(values.length, 0);
  return figure({
    title: `${title} of ${count} ${values.length === 1 ? 'trial' : 'trials'}`,
    chart: histogramChart(histogramOf(values, { bins: binsFor(values.length, 64), low, high }), {
      label: `Histogram of ${title} over ${count} trials of ${method}`,
      formatTick: tickFormat(metric),
      marks,
    }),
  });
}

function tickFormat(metric: string): (value: number, step: number) => string {
  if (isMetricId(metric) && isFractionMetric(metric, contractOf(metric).unit))
    return (value, step) => formatPercent(value, decimalsFor(step * 100));
  return (value, step) => (step >= 1000 ? formatShortCash(value, step) : formatNumber(value, decimalsFor(step)));
}
