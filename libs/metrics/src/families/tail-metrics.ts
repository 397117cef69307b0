import type { MetricDefinition } from '../metric-contract.js';
import { NO_RETURNS } from '../reasons.js';

/** The ends of the distribution of returns, and its two sides. */
export const tailMetrics = {
  var_95: {
    title: 'Value at risk 95 %',
    formula: '−q5(r), type-7 quantile',
    unit: 'fraction',
    source: 'Historical simulation; Hyndman & Fan (1996) for the quantile; a loss is positive',
    lowerIsBetter: true,
    value: ({ returns, tails }) => (returns().length === 0 ? NO_RETURNS : -tails().q05),
  },
  cvar_95: {
    title: 'Conditional value at risk 95 %',
    formula: '−mean of r <= q5(r)',
    unit: 'fraction',
    source: 'Rockafellar & Uryasev (2000), historical; a loss is positive',
    lowerIsBetter: true,
    value: ({ returns, tails }) => (returns().length === 0 ? NO_RETURNS : -tails().meanBelow),
  },
  tail_ratio: {
    title: 'Tail ratio',
    formula: '|q95(r)|/|q5(r)|',
    unit: 'ratio',
    source: 'Ratio of the 5 % tails, type-7 quantiles',
    value: ({ returns, tails }) => {
      if (returns().length === 0) return NO_RETURNS;
      const { q05, q95 } = tails();
      return q05 === 0 ? 'The 5 % quantile of the returns is 0.' : Math.abs(q95) / Math.abs(q05);
    },
  },
  omega: {
    title: 'Omega ratio',
    formula: 'Σmax(r, 0)/Σmax(−r, 0)',
    unit: 'ratio',
    source: 'Keating & Shadwick (2002), threshold 0',
    value: ({ returns, sums }) => {
      if (returns().length === 0) return NO_RETURNS;
      const { gains, losses } = sums();
      return losses === 0 ? 'No return is below 0.' : gains / losses;
    },
  },
} as const satisfies Record<string, MetricDefinition>;
