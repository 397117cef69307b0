import type { ValidationTrial } from '@projecta/engine';
import { quantilesOf } from '@projecta/numeric';
import { histogramChart } from '../charts/histogram-chart.js';
import { formatNumber } from '../format/format-number.js';
import type { Markup } from '../html.js';
import type { MethodHistogram } from '../methods/method-report.js';
import { rangeOf } from '../scales/range-of.js';
import { binsFor, histogramOf } from '../statistics/histogram.js';
import { figure } from './section.js';
import { statisticTick } from './statistic-tick.js';

interface Options extends MethodHistogram {
  readonly method: string;
}

/** The values of a method's trials as a histogram with what was observed; null when no trial has one. */
export function trialHistogram(detail: readonly ValidationTrial[], { method, metric, title, of, marks }: Options): Markup | null {
  const values = Float64Array.from(
    detail.flatMap((row) => (row.method === method && row.metric === metric && row.value !== null ? [row.value] : [])),
  );
  const range = shownRange(values);
  if (range === null) return null;
  const count = `${formatNumber(values.length, 0)} ${of[values.length === 1 ? 0 : 1]}`;
  const histogram = histogramOf(values, { bins: binsFor(values.length, 64), ...range });
  const chart = histogramChart(histogram, { label: `Histogram over ${count}: ${title}`, formatTick: statisticTick(metric), marks });
  const beyond = `${formatNumber(histogram.outside, 0)} far beyond the rest ${histogram.outside === 1 ? 'stands' : 'stand'} in the outermost bins.`;
  return figure({ title: `${title}, ${count}`, chart, ...(histogram.outside > 0 && { note: beyond }) });
}

/** How far an end may lie from the middle, in distances between the 25 % and 75 % quantiles, before the chart is cut. */
const FAR = 4;

/** From the smallest value to the largest, cut where a long tail would press the rest together; null without a value. */
function shownRange(values: Float64Array): { readonly low: number; readonly high: number } | null {
  const { low, high } = rangeOf(values);
  if (!(low <= high)) return null;
  const [q25, q50, q75] = quantilesOf(values, [0.25, 0.5, 0.75]) as [number, number, number];
  const reach = FAR * (q75 - q25);
  return reach === 0 ? { low, high } : { low: Math.max(low, q50 - reach), high: Math.min(high, q50 + reach) };
}
