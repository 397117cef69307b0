import type { MetricId, Metrics } from '@projecta/metrics';
import type { Terminal } from '../terminal.js';
import { formatMetric } from './format-metric.js';
import { signed } from './format-number.js';
import { METRIC_GROUPS } from './metric-groups.js';
import { sideBySide } from './side-by-side.js';

/** Metrics that are coloured by their sign. */
const COLOURED: ReadonlySet<MetricId> = new Set(['total_return', 'net_pnl']);

/** Costs, which are positive numbers, are shown as what they take from the P&L, so that the column adds up. */
const COSTS: ReadonlySet<MetricId> = new Set(['total_delay', 'total_slippage', 'total_fees', 'total_borrow']);

/** The metrics that a person asks for first, in blocks beside each other. */
export function metricBlocks(metrics: Metrics, page: Pick<Terminal, 'width' | 'color'>): string[] {
  const { color } = page;
  const paint = (id: MetricId): ((text: string) => string) | undefined => {
    const value = metrics[id];
    if (!COLOURED.has(id) || value === null || value === 0) return undefined;
    return value > 0 ? color.green : color.red;
  };
  const blocks = METRIC_GROUPS.map(({ title, rows }) => ({
    title,
    rows: rows.map(([id, name]) => {
      const painted = paint(id);
      return { name, value: COSTS.has(id) ? loss(id, metrics[id]) : formatMetric(id, metrics[id]), ...(painted && { paint: painted }) };
    }),
  }));
  return sideBySide(blocks, page);
}

function loss(id: MetricId, cost: number | null): string {
  return signed(formatMetric(id, cost === null ? null : -cost));
}
