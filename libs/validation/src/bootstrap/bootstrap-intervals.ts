import type { MetricId } from '@projecta/metrics';
import { distributionOf } from '../distribution.js';
import { bootstrapVerdict } from './bootstrap-verdict.js';
import type { BlockBootstrapSummary, MetricInterval } from './bootstrap-summary.js';
import { bcaInterval, type Interval, percentileInterval } from './interval.js';
import { metricKind } from './metric-kind.js';

/** What a metric was, and what it came to in every sample. */
export interface SampledMetric {
  readonly id: MetricId;
  readonly observed: number | null;
  /** One value a sample; null where it does not exist. */
  readonly values: readonly (number | null)[];
  /** The metric without each return in turn, where `wantsJackknife` says so. */
  readonly jackknife?: readonly (number | null)[];
}

export interface Bootstrap {
  readonly method: 'stationary' | 'circular' | 'iid';
  readonly interval: 'percentile' | 'bca';
  readonly confidence: number;
  readonly blockLength: number;
  readonly samples: number;
  readonly seed: number;
  readonly metrics: readonly SampledMetric[];
}

/** Metrics of the order of the returns: leaving one out says nothing about how they vary, and BCa is not for them. */
const ORDERED: readonly MetricId[] = [
  'max_drawdown',
  'avg_drawdown',
  'longest_drawdown_bars',
  'longest_drawdown_ms',
  'ulcer_index',
  'calmar',
  'lo_sharpe',
];

/** Whether a metric's interval needs its jackknife values. */
export function wantsJackknife(interval: 'percentile' | 'bca', id: MetricId): boolean {
  return interval === 'bca' && metricKind(id) !== 'none' && !ORDERED.includes(id);
}

/** The answer of a block bootstrap: each metric's interval and distribution, and a verdict in words. */
export function bootstrapIntervals(bootstrap: Bootstrap): BlockBootstrapSummary {
  const { method, interval, confidence, blockLength, samples, seed } = bootstrap;
  const metrics = Object.fromEntries(bootstrap.metrics.map((metric) => [metric.id, metricInterval(bootstrap, metric)]));
  const answer = { seed, method, interval, confidence, block_length: blockLength, samples, metrics };
  return { verdict: bootstrapVerdict(answer), ...answer };
}

function metricInterval({ interval, confidence }: Bootstrap, { id, observed, values, jackknife }: SampledMetric): MetricInterval {
  const sorted = Float64Array.from(values.filter((value) => value !== null)).sort();
  const found: Interval = jackknife ? bcaInterval({ sorted, observed, jackknife, confidence }) : percentileInterval(sorted, confidence);
  const ends = typeof found === 'string' ? { low: null, high: null } : found;
  const note = noteOn(id, interval) ?? (typeof found === 'string' ? found : undefined);
  return { observed, ...ends, distribution: distributionOf(values), ...(note === undefined ? {} : { note }) };
}

function noteOn(id: MetricId, interval: 'percentile' | 'bca'): string | undefined {
  if (metricKind(id) === 'none') return `The returns alone do not decide ${id}: there is nothing to resample.`;
  if (interval === 'bca' && ORDERED.includes(id)) return `percentile: bca is not for ${id.replaceAll('_', ' ')}`;
  return undefined;
}
