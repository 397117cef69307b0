import type { MetricDefinition } from '../metric-contract.js';
import { cagr } from './return-metrics.js';

const NO_BAR = 'There is no bar.';

/** How far and how long equity stayed below its peak. */
export const drawdownMetrics = {
  max_drawdown: {
    title: 'Maximum drawdown',
    formula: 'min_t D_t, D_t = E_t/max_{s<=t}E_s − 1',
    unit: 'fraction',
    source: 'Largest fall from a peak at a close; 0 or below',
    value: ({ equity, drawdown }) => (equity.length === 0 ? NO_BAR : drawdown().deepest),
  },
  avg_drawdown: {
    title: 'Average drawdown',
    formula: 'mean over maximal runs of D < 0 of their minimum',
    unit: 'fraction',
    source: 'Mean depth of drawdown episodes, the open one included',
    value: ({ drawdown }) => {
      const { episodes, depths } = drawdown();
      return episodes === 0 ? 'Equity never fell below its peak.' : depths / episodes;
    },
  },
  longest_drawdown_bars: {
    title: 'Longest drawdown in bars',
    formula: 'most consecutive bars with D < 0',
    unit: 'bars',
    source: 'Time under water, the open episode included',
    lowerIsBetter: true,
    value: ({ equity, drawdown }) => (equity.length === 0 ? NO_BAR : drawdown().longestBars),
  },
  longest_drawdown_ms: {
    title: 'Longest drawdown in time',
    formula: 'max over episodes of the last bar below the peak less the last bar at it',
    unit: 'ms',
    source: 'Time under water by bar open times',
    lowerIsBetter: true,
    value: ({ equity, drawdown }) => (equity.length === 0 ? NO_BAR : drawdown().longestMs),
  },
  ulcer_index: {
    title: 'Ulcer index',
    formula: '√mean(D²) over all bars',
    unit: 'fraction',
    source: 'Martin & McCann (1989), as a fraction',
    lowerIsBetter: true,
    value: ({ equity, drawdown }) => (equity.length === 0 ? NO_BAR : Math.sqrt(drawdown().sumOfSquares / equity.length)),
  },
  calmar: {
    title: 'Calmar ratio',
    formula: 'cagr/|max_drawdown|',
    unit: 'per year',
    source: 'Young (1991), over the whole run',
    value: (book) => {
      const rate = cagr(book);
      if (typeof rate === 'string') return rate;
      const { deepest } = book.drawdown();
      return deepest === 0 ? 'Equity never fell below its peak.' : rate / -deepest;
    },
  },
} as const satisfies Record<string, MetricDefinition>;
