import type { Book } from '../book.js';
import { weightedAutocovariance } from '../kernels/weighted-autocovariance.js';
import type { MetricDefinition, Value } from '../metric-contract.js';
import { minimumTrackRecord } from '../minimum-track-record.js';
import { probabilisticSharpe } from '../probabilistic-sharpe.js';
import { sharpePerBar } from './risk-metrics.js';

/** How much of the Sharpe ratio to believe. */
export const probabilisticMetrics = {
  psr: {
    title: 'Probabilistic Sharpe ratio',
    formula: 'Φ(SR·√(T − 1)/√(1 − skew·SR + (kurtosis − 1)/4·SR²)), SR per bar',
    unit: 'probability',
    source: 'Bailey & López de Prado (2012), against 0',
    value: (book) => {
      const sharpe = sharpePerBar(book);
      if (typeof sharpe === 'string') return sharpe;
      const psr = probabilisticSharpe({ sharpe, benchmark: 0, n: book.spread().n, ...shapeOf(book) });
      return Number.isNaN(psr) ? 'The variance of the Sharpe ratio is not above 0 for returns of this shape.' : psr;
    },
  },
  min_trl: {
    title: 'Minimum track record length',
    formula: '1 + (1 − skew·SR + (kurtosis − 1)/4·SR²)·(z_95/SR)², SR per bar',
    unit: 'bars',
    source: 'Bailey & López de Prado (2012), against 0 at 95 %',
    lowerIsBetter: true,
    value: (book) => {
      const sharpe = sharpePerBar(book);
      if (typeof sharpe === 'string') return sharpe;
      if (sharpe <= 0) return 'The Sharpe ratio is not above 0: no track record would be long enough.';
      return minimumTrackRecord({ sharpe, benchmark: 0, confidence: 0.95, ...shapeOf(book) });
    },
  },
  lo_sharpe: {
    title: "Lo's Sharpe ratio",
    formula: 'SR·q/√(q + 2·Σ_{k<=K}(q − k)·ρ_k), q = ⌊ppy + 0.5⌋, K = min(q − 1, ⌊4·(T/100)^(2/9)⌋), SR per bar',
    unit: 'per year',
    source: 'Lo (2002), The Statistics of Sharpe Ratios; lags after Newey & West (1994)',
    value: loSharpe,
  },
} as const satisfies Record<string, MetricDefinition>;

function shapeOf(book: Book): { skew: number; kurtosis: number } {
  const { m2, m3, m4 } = book.spread();
  return { skew: m3 / (m2 * Math.sqrt(m2)), kurtosis: m4 / (m2 * m2) };
}

function loSharpe(book: Book): Value {
  const sharpe = sharpePerBar(book);
  if (typeof sharpe === 'string') return sharpe;
  const { n, mean, m2 } = book.spread();
  const q = Math.floor(book.periodsPerYear + 0.5);
  const lags = Math.min(q - 1, automaticLags(n));
  const covariance = lags < 1 ? 0 : weightedAutocovariance(book.returns(), mean, { lags, weight: q });
  const radicand = q + (2 * covariance) / (n * m2);
  return radicand > 0 ? (sharpe * q) / Math.sqrt(radicand) : 'The variance corrected for autocorrelation is not above 0.';
}

/** ⌊4·(n/100)^(2/9)⌋ = the largest K with K^9·100² <= 4^9·n²; in products of integers, so that no rounded power decides. */
function automaticLags(n: number): number {
  let lags = 0;
  while (ninthPower(lags + 1) * 10_000 <= 262_144 * n * n) lags++;
  return lags;
}

function ninthPower(x: number): number {
  const cube = x * x * x;
  return cube * cube * cube;
}
