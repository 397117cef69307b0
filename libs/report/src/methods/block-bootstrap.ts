import type { ValidationSummary } from '@projecta/engine';
import { formatNumber, formatSignificant } from '../format/format-number.js';
import { formatPercent } from '../format/format-percent.js';
import { formatStatistic } from '../format/format-statistic.js';
import { contractOf, isMetricId } from '../metric-contracts.js';
import { marksAt, type MethodReport } from './method-report.js';
import { count, metricName, rangeInWords } from './words.js';

type Summary = NonNullable<ValidationSummary['block_bootstrap']>;

/** A block bootstrap in words and pictures. */
export function blockBootstrapReport(summary: Summary): MethodReport {
  const { confidence, samples, interval, metrics } = summary;
  const intervals = Object.entries(metrics);
  const level = formatPercent(confidence, Number.isInteger(confidence * 100) ? 0 : 1);
  return {
    ...{ name: 'block_bootstrap', title: 'Block bootstrap', asks: 'How uncertain are these numbers, with no more bars than there are?' },
    answer: `${level} intervals: ${intervals.map(([id, { observed, low, high }]) => `${metricName(id)} ${rangeInWords(id, low, high)} (observed ${formatStatistic(id, observed)})`).join('; ')}.`,
    reading: `There is no null. ${count(samples)} samples are drawn from the run’s own bar returns, ${drawnIn(summary)}, and centre on what was observed.`,
    cannot: `The spread is how uncertain a number is, never whether it was luck: a lucky run is drawn again as lucky. ${interval === 'bca' ? 'BCa corrects bias and skew as if the returns were independent. ' : ''}What never happened in these bars is in no sample.`,
    figures: [
      { name: 'Samples', value: count(samples) },
      { name: 'Block, bars', value: formatSignificant(summary.block_length, 3), about: summary.method },
      { name: 'Interval', value: level, about: interval },
    ],
    histograms: intervals.map(([id, { observed, low, high }]) => ({
      ...{ metric: id, title: isMetricId(id) ? contractOf(id).title : id, of: ['sample', 'samples'] },
      marks: marksAt([
        [observed, `observed ${formatStatistic(id, observed)}`, 'observed'],
        [low, `interval from ${formatStatistic(id, low)}`, 'bound'],
        [high, `to ${formatStatistic(id, high)}`, 'bound'],
      ]),
    })),
  };
}

function drawnIn({ method, block_length }: Summary): string {
  if (method === 'iid') return 'bar by bar';
  return `in blocks of ${formatNumber(block_length, method === 'circular' ? 0 : 1)} bars${method === 'stationary' ? ' on average' : ''}`;
}
