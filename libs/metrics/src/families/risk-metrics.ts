import type { Book } from '../book.js';
import { excess } from '../excess.js';
import type { MetricDefinition, Value } from '../metric-contract.js';
import { NO_RETURNS, NO_VARIANCE, ONE_RETURN } from '../reasons.js';

/** Scale and shape of the returns, and return per unit of risk. */
export const riskMetrics = {
  volatility: {
    title: 'Volatility',
    formula: 'std(r)·√ppy, ddof 1',
    unit: 'per year',
    source: 'Sample standard deviation, annualised by the square root of time',
    lowerIsBetter: true,
    value: (book) => (book.spread().n < 2 ? ONE_RETURN : book.spread().std * Math.sqrt(book.periodsPerYear)),
  },
  sharpe: {
    title: 'Sharpe ratio',
    formula: '(mean(r) − rf/ppy)/std(r)·√ppy',
    unit: 'per year',
    source: 'Sharpe (1994), The Sharpe Ratio',
    value: (book) => {
      const sharpe = sharpePerBar(book);
      return typeof sharpe === 'string' ? sharpe : sharpe * Math.sqrt(book.periodsPerYear);
    },
  },
  sortino: {
    title: 'Sortino ratio',
    formula: '(mean(r) − rf/ppy)/√mean(min(r − rf/ppy, 0)²)·√ppy',
    unit: 'per year',
    source: 'Sortino & Price (1994), target = risk-free rate, all returns in the mean',
    value: (book) => {
      const { n, mean } = book.spread();
      if (n === 0) return NO_RETURNS;
      const deviation = Math.sqrt(book.sums().downside / n);
      if (deviation === 0) return 'No return fell below the risk-free rate, so the downside deviation is 0.';
      return (excess(mean, book.riskFreePerBar) / deviation) * Math.sqrt(book.periodsPerYear);
    },
  },
  skew: {
    title: 'Skew',
    formula: 'm3/m2^(3/2), population moments of r',
    unit: 'none',
    source: 'Fisher–Pearson coefficient of skewness',
    value: (book) => {
      const { n, m2, m3 } = book.spread();
      return noShape(n, m2) ?? m3 / (m2 * Math.sqrt(m2));
    },
  },
  kurtosis: {
    title: 'Excess kurtosis',
    formula: 'm4/m2² − 3, population moments of r',
    unit: 'none',
    source: "Fisher's definition: 0 for a normal distribution",
    value: (book) => {
      const { n, m2, m4 } = book.spread();
      return noShape(n, m2) ?? m4 / (m2 * m2) - 3;
    },
  },
} as const satisfies Record<string, MetricDefinition>;

/** The Sharpe ratio of one bar, not annualised, or why there is none. */
export function sharpePerBar(book: Book): Value {
  const { n, mean, std } = book.spread();
  if (n < 2) return ONE_RETURN;
  return std === 0 ? NO_VARIANCE : excess(mean, book.riskFreePerBar) / std;
}

function noShape(n: number, m2: number): string | undefined {
  if (n === 0) return NO_RETURNS;
  return m2 === 0 ? NO_VARIANCE : undefined;
}
