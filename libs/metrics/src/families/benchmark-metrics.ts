import { excess } from '../excess.js';
import type { MetricDefinition, Value } from '../metric-contract.js';
import { NO_CLOSE, ONE_RETURN } from '../reasons.js';
import type { Book } from '../book.js';

/** Against holding the instrument: b = simple returns of the close on the same bars. */
export const benchmarkMetrics = {
  alpha: {
    title: 'Alpha',
    formula: '((mean(r) − rf/ppy) − beta·(mean(b) − rf/ppy))·ppy',
    unit: 'per year',
    source: 'Jensen (1968)',
    value: (book) => {
      const slope = beta(book);
      const market = book.market();
      if (typeof slope === 'string' || market === undefined) return typeof slope === 'string' ? slope : NO_CLOSE;
      const { riskFreePerBar } = book;
      const own = excess(book.spread().mean, riskFreePerBar);
      return (own - slope * excess(market.mean, riskFreePerBar)) * book.periodsPerYear;
    },
  },
  beta: {
    title: 'Beta',
    formula: 'cov(r, b)/var(b)',
    unit: 'none',
    source: 'Sharpe (1964): slope of the returns on those of the close',
    value: beta,
  },
  information_ratio: {
    title: 'Information ratio',
    formula: 'mean(r − b)/std(r − b)·√ppy',
    unit: 'per year',
    source: 'Goodwin (1998), against buy-and-hold of the close',
    value: (book) => {
      const market = book.market();
      if (market === undefined) return NO_CLOSE;
      const { n, activeMean, activeStd } = market;
      if (n < 2) return ONE_RETURN;
      return activeStd === 0
        ? 'The returns in excess of the close do not vary.'
        : (activeMean / activeStd) * Math.sqrt(book.periodsPerYear);
    },
  },
} as const satisfies Record<string, MetricDefinition>;

function beta(book: Book): Value {
  const market = book.market();
  if (market === undefined) return NO_CLOSE;
  if (market.n < 2) return ONE_RETURN;
  return market.variance === 0 ? 'The returns of the close do not vary.' : market.covariance / market.variance;
}
