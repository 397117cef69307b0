import type { MetricId } from './metric-ids.js';

/** The metrics that an equity curve alone decides: all that exist for stitched walk-forward equity. */
export const EQUITY_METRIC_IDS = [
  'final_equity',
  'total_return',
  'cagr',
  'volatility',
  'sharpe',
  'sortino',
  'calmar',
  'lo_sharpe',
  'psr',
  'min_trl',
  'max_drawdown',
  'avg_drawdown',
  'longest_drawdown_bars',
  'longest_drawdown_ms',
  'ulcer_index',
  'var_95',
  'cvar_95',
  'skew',
  'kurtosis',
  'omega',
  'tail_ratio',
] as const satisfies readonly MetricId[];

export type EquityMetricId = (typeof EQUITY_METRIC_IDS)[number];
