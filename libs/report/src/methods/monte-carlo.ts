import type { RunResult, ValidationSummary } from '@projecta/engine';
import { formatNumber } from '../format/format-number.js';
import { formatPercent } from '../format/format-percent.js';
import { formatStatistic } from '../format/format-statistic.js';
import { contractOf } from '../metric-contracts.js';
import { marksAt, type MethodReport } from './method-report.js';
import { count, rangeInWords } from './words.js';

type Summary = NonNullable<ValidationSummary['monte_carlo']>;

/** Monte Carlo paths in words and pictures. */
export function monteCarloReport(summary: Summary, { config }: RunResult): MethodReport {
  const { method, paths, p_ruin, p_ruin_se, final_equity, max_drawdown, observed } = summary;
  const depth = Number(config.validation['monte_carlo']?.['ruin_drawdown'] ?? 0.5);
  const { initial_cash } = config.execution;
  const cash = (value: number | null): string => formatStatistic('final_equity', value);
  const ruin = `${count(Math.round(p_ruin * paths))} of ${count(paths)} fell by ${formatPercent(depth, 0)} or more: P(ruin) = ${formatNumber(p_ruin, 3)} ± ${formatNumber(p_ruin_se, 3)}`;
  return {
    ...{ name: 'monte_carlo', title: 'Monte Carlo', asks: ASKS[method], reading: READING[method], cannot: CANNOT[method] },
    answer: `Final equity ${rangeInWords('final_equity', final_equity.q05, final_equity.q95)} in the middle 90\u202f% of ${count(paths)} paths, ${cash(final_equity.q50)} in the median. ${ruin}.`,
    figures: [
      { name: 'P(ruin), ± its Monte Carlo error', value: formatNumber(p_ruin, 3), about: `± ${formatNumber(p_ruin_se, 3)}` },
      { name: 'Median final equity', value: cash(final_equity.q50), about: `the run ${cash(observed.final_equity)}` },
      {
        name: 'Median max drawdown',
        value: formatStatistic('max_drawdown', max_drawdown.q50),
        about: `the run ${formatStatistic('max_drawdown', observed.max_drawdown)}`,
      },
    ],
    histograms: [
      {
        ...{ metric: 'final_equity', title: contractOf('final_equity').title, of: ['path', 'paths'] },
        marks: marksAt([
          [observed.final_equity, `the run ${cash(observed.final_equity)}`, 'observed'],
          [initial_cash, `initial cash ${cash(initial_cash)}`, 'bound'],
        ]),
      },
      {
        ...{ metric: 'max_drawdown', title: contractOf('max_drawdown').title, of: ['path', 'paths'] },
        marks: marksAt([
          [observed.max_drawdown, `the run ${formatStatistic('max_drawdown', observed.max_drawdown)}`, 'observed'],
          [p_ruin > 0 ? -depth : null, `ruin ${formatPercent(-depth, 0)}`, 'bound'],
        ]),
      },
    ],
  };
}

const ASKS = {
  trades: 'What if the same trades had come in another order, some of them twice and some never?',
  returns: 'What if the same bar returns had come in another order, some of them twice and some never?',
  execution: 'Does the result survive worse fills and orders that come late?',
} as const;

const READING = {
  trades: 'There is no null. Paths are made of the run’s own trades and centre on what they earned.',
  returns: 'There is no null. Paths are made of the run’s own bar returns and centre on what they earned.',
  execution:
    'There is no null. Every path is the same market and the same decisions, with fills moved at random and orders delayed by chance.',
} as const;

const CANNOT = {
  trades:
    'The spread is which trades come and in what order, never whether the edge is luck. Losing streaks that belong together are torn apart, so that falls may come out too shallow.',
  returns:
    'The spread is uncertainty, never whether the edge is luck. Bars are drawn one by one: losses that cluster are torn apart, so that falls may come out too shallow.',
  execution:
    'It says how much hangs on the fills, never whether the market was luck, nor what the orders themselves would have done to the price.',
} as const;
