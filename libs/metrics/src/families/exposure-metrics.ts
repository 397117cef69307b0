import { exactSum } from '@projecta/numeric';
import type { MetricDefinition } from '../metric-contract.js';
import { NO_LEDGER } from '../reasons.js';

/** How much of the time, and how often, money was at work. */
export const exposureMetrics = {
  exposure: {
    title: 'Exposure',
    formula: 'share of all bars with a position at the close',
    unit: 'share of bars',
    source: 'After the final flattening',
    value: ({ outcome }) => {
      if (outcome === undefined) return NO_LEDGER;
      const { equity, exposed_bars } = outcome;
      return equity.length === 0 ? 'There is no bar.' : exposed_bars / equity.length;
    },
  },
  turnover: {
    title: 'Turnover',
    formula: 'Σ fill notional/mean(E)',
    unit: 'multiple of mean equity',
    source: 'Notional at fill prices, forced and synthetic fills included, not annualised',
    lowerIsBetter: true,
    value: ({ outcome, equity, sums }) => {
      if (outcome === undefined) return NO_LEDGER;
      const { fills } = outcome;
      const mean = sums().equity / equity.length;
      return mean > 0 ? exactSum(fills.notional, 0, fills.length) / mean : 'Mean equity is not above 0.';
    },
  },
} as const satisfies Record<string, MetricDefinition>;
