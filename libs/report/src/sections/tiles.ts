import type { RunResult } from '@projecta/engine';
import type { MetricId } from '@projecta/metrics';
import { formatCash } from '../format/format-cash.js';
import { formatMetric } from '../format/format-metric.js';
import { NO_VALUE } from '../format/format-number.js';
import type { Markup } from '../html.js';
import { contractOf } from '../metric-contracts.js';
import { metricDefinition } from './metric-definition.js';
import { type Tile, tileRow } from './tile.js';

/** What headline numbers are of. */
export interface Measured {
  readonly run: Pick<RunResult, 'metrics' | 'metric_reasons'> & { readonly summary: Pick<RunResult['summary'], 'attribution'> };
}

/** The headline numbers, each with its definition on hover or focus; the table of metrics has them all without either. */
export function tiles(view: Measured): Markup {
  const { slippage, fees, borrow } = view.run.summary.attribution;
  const net: Headline = { id: 'net_pnl', name: 'Net P&L', note: `costs ${formatCash(slippage + fees + borrow)}` };
  return tileRow([...HEADLINES, net].map((headline) => tileOf(headline, view)));
}

interface Headline {
  readonly id: MetricId;
  readonly name: string;
  /** A second metric under the first, or words. */
  readonly beside?: readonly [name: string, id: MetricId];
  readonly note?: string;
}

const HEADLINES: readonly Headline[] = [
  { id: 'total_return', name: 'Total return', beside: ['buy and hold', 'buy_and_hold_return'] },
  { id: 'cagr', name: 'CAGR', beside: ['volatility', 'volatility'] },
  { id: 'sharpe', name: 'Sharpe ratio', beside: ['PSR', 'psr'] },
  { id: 'max_drawdown', name: 'Max drawdown', beside: ['longest', 'longest_drawdown_ms'] },
  { id: 'trades', name: 'Trades', beside: ['win rate', 'win_rate'] },
];

function tileOf({ id, name, beside, note = '' }: Headline, { run }: Measured): Tile {
  const text = (metric: MetricId): string => formatMetric(metric, contractOf(metric).unit, run.metrics[metric]);
  const value = text(id);
  const under = beside === undefined ? note : `${beside[0]} ${text(beside[1])}`;
  const reason = run.metric_reasons[id] ?? 'It does not exist for this run.';
  const metrics = beside === undefined ? [id] : [id, beside[1]];
  return {
    ...{ id, name, value, under: value === NO_VALUE ? reason : under, tone: tone(id, run.metrics[id]) },
    tip: metrics.map(metricDefinition),
  };
}

const SIGN_TELLS: ReadonlySet<MetricId> = new Set(['total_return', 'cagr', 'sharpe', 'net_pnl']);

function tone(id: MetricId, value: number | null): 'gain' | 'loss' | 'even' {
  if (value === null || value === 0 || !SIGN_TELLS.has(id)) return 'even';
  return value > 0 ? 'gain' : 'loss';
}
