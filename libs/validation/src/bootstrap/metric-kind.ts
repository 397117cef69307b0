import { EQUITY_METRIC_IDS, type MetricId } from '@projecta/metrics';

/** What of a sample decides a metric; `none`: the returns do not, so that resampling them says nothing about it. */
export type MetricKind = 'spread' | 'end' | 'drawdown' | 'curve' | 'none';

const KINDS: Partial<Record<MetricId, MetricKind>> = {
  sharpe: 'spread',
  volatility: 'spread',
  cagr: 'end',
  total_return: 'end',
  final_equity: 'end',
  max_drawdown: 'drawdown',
};

export function metricKind(id: MetricId): MetricKind {
  return KINDS[id] ?? ((EQUITY_METRIC_IDS as readonly MetricId[]).includes(id) ? 'curve' : 'none');
}
