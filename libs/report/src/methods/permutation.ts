import type { ValidationSummary } from '@projecta/engine';
import { formatNumber, NO_VALUE } from '../format/format-number.js';
import { formatStatistic } from '../format/format-statistic.js';
import { contractOf, isMetricId } from '../metric-contracts.js';
import { marksAt, type MethodReport } from './method-report.js';
import { count, metricName, pInWords } from './words.js';

type Summary = NonNullable<ValidationSummary['permutation']>;

/** A permutation test in words and pictures. */
export function permutationReport(summary: Summary): MethodReport {
  const { statistic, observed, p_value, p_value_se, trials, null_hypothesis } = summary;
  const kind = kindOf(summary);
  const title = isMetricId(statistic) ? contractOf(statistic).title : statistic;
  return {
    ...{
      name: 'permutation',
      title: 'Permutation test',
      asks: ASKS[kind],
      answer: answerOf(summary),
      nullSays: null_hypothesis,
      cannot: CANNOT[kind],
    },
    figures: [
      {
        name: 'p-value, ± its Monte Carlo error',
        value: p_value === null ? NO_VALUE : formatNumber(p_value, 4),
        ...(p_value_se !== null && { about: `± ${formatNumber(p_value_se, 4)}` }),
      },
      { name: `Observed ${title}`, value: formatStatistic(statistic, observed) },
      { name: 'Trials', value: count(trials) },
    ],
    histograms: [
      {
        ...{ metric: statistic, title, of: ['trial', 'trials'] },
        marks: marksAt([[observed, `observed ${formatStatistic(statistic, observed)}`, 'observed']]),
      },
    ],
  };
}

function kindOf({ method, of }: Summary): 'bars' | 'signals' | 'walk_forward' {
  return of === 'walk_forward' ? 'walk_forward' : method;
}

function answerOf(summary: Summary): string {
  const { statistic, p_value: p, p_value_se, trials } = summary;
  if (p === null) return `There is no ${metricName(statistic)} to compare.`;
  const asGood = Math.round(p * (trials + 1)) - 1;
  return `${WHO[kindOf(summary)]} did this well or better by ${metricName(statistic)} in ${count(asGood)} of ${count(trials)} tries: ${pInWords(p, p_value_se)}.`;
}

const ASKS = {
  bars: 'Would the same rules have done as well in markets whose bars are shuffled?',
  signals: 'Would the same decisions have done as well at other times?',
  walk_forward: 'Would choosing on the past and trading on have done as well in markets whose bars are shuffled?',
} as const;

const WHO = {
  bars: 'Shuffled markets',
  signals: 'The same decisions at other times',
  walk_forward: 'Shuffled markets, with parameters chosen anew in each,',
} as const;

const NOR = 'Nor does p know how many other strategies were tried before this one.';

const OF_BARS = `A small p is no proof of an edge: calm and wild bars come in clusters, and shuffling tears those apart too. A large p is no proof that there is none: these bars may be too few to show it. ${NOR}`;

const CANNOT = {
  bars: OF_BARS,
  walk_forward: OF_BARS,
  signals: `The prices stay as they were, so that it says nothing of markets that did not happen. A large p is no proof that there is no edge. ${NOR}`,
} as const;
