import type { MetricId } from '@projecta/metrics';
import { formatCash } from '../format/format-cash.js';
import { formatMetric } from '../format/format-metric.js';
import { NO_VALUE } from '../format/format-number.js';
import { html, type Markup } from '../html.js';
import { contractOf } from '../metric-contracts.js';
import type { RunView } from '../run-view.js';

/** The headline numbers, each with its definition on hover or focus; the table of metrics has them all without either. */
export function tiles(view: RunView): Markup {
  const { slippage, fees, borrow } = view.run.summary.attribution;
  return html`<dl class="tiles">
    ${TILES.map((tile) => tileMarkup(tile, view))}${tileMarkup(
      { id: 'net_pnl', name: 'Net P&L', note: `costs ${formatCash(slippage + fees + borrow)}` },
      view,
    )}
  </dl>`;
}

interface Tile {
  readonly id: MetricId;
  /** Short enough for a tile. */
  readonly name: string;
  /** A second metric under the first, or words. */
  readonly beside?: readonly [name: string, id: MetricId];
  readonly note?: string;
}

const TILES: readonly Tile[] = [
  { id: 'total_return', name: 'Total return', beside: ['buy and hold', 'buy_and_hold_return'] },
  { id: 'cagr', name: 'CAGR', beside: ['volatility', 'volatility'] },
  { id: 'sharpe', name: 'Sharpe ratio', beside: ['PSR', 'psr'] },
  { id: 'max_drawdown', name: 'Max drawdown', beside: ['longest', 'longest_drawdown_ms'] },
  { id: 'trades', name: 'Trades', beside: ['win rate', 'win_rate'] },
];

function tileMarkup({ id, name, beside, note = '' }: Tile, { run }: RunView): Markup {
  const text = (metric: MetricId): string => formatMetric(metric, contractOf(metric).unit, run.metrics[metric]);
  const value = text(id);
  const under = beside === undefined ? note : `${beside[0]} ${text(beside[1])}`;
  const reason = run.metric_reasons[id] ?? 'It does not exist for this run.';
  return html`<div class="tile" tabindex="0" aria-describedby="tile-${id}">
    <dt>${name}</dt>
    <dd>
      <b class="${tone(id, run.metrics[id])}">${value}</b><span>${value === NO_VALUE ? reason : under}</span>
      <span class="tip" role="tooltip" id="tile-${id}">${definition(id)}${beside === undefined ? null : definition(beside[1])}</span>
    </dd>
  </div>`;
}

function definition(id: MetricId): Markup {
  const { title, formula } = contractOf(id);
  return html`<span><strong>${title}</strong> ${formula}</span>`;
}

const SIGN_TELLS: ReadonlySet<MetricId> = new Set(['total_return', 'cagr', 'sharpe', 'net_pnl']);

function tone(id: MetricId, value: number | null): string {
  if (value === null || value === 0 || !SIGN_TELLS.has(id)) return 'even';
  return value > 0 ? 'gain' : 'loss';
}
