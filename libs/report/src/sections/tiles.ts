import { type MetricId } from '@projecta/metrics';
import { formatMetric } from '../format/format-metric.js';
import { NO_VALUE } from '../format/format-number.js';
import { type Content, html, type Markup } from '../html.js';
import { contractOf } from '../metric-contracts.js';
import { type RunView } from '../run-view.js';

/** The headline numbers, each with its definition on hover or focus; the table of metrics has them all without either. */
export function tiles({ run }: RunView): Markup {
  const { metrics, metric_reasons: reasons } = run;
  const text = (id: MetricId): string => formatMetric(id, contractOf(id).unit, metrics[id]);
  const tile = (id: keyof typeof NAMES, note: Content): Markup => {
    const { formula } = contractOf(id);
    const value = text(id);
    const sub = value === NO_VALUE ? (reasons[id] ?? 'does not exist for this run') : note;
    return html`<div class="tile" tabindex="0" aria-describedby="tile-${id}"><dt>${NAMES[id]}</dt><dd><b${tone(id, metrics[id])}>${value}</b><span>${sub}</span><span class="tip" role="tooltip" id="tile-${id}">${formula}</span></dd></div>`;
  };
  return html`<dl class="tiles">
    ${tile('total_return', `buy and hold ${text('buy_and_hold_return')}`)}${tile('cagr', `volatility ${text('volatility')}`)}${tile('sharpe', `PSR ${text('psr')}`)}${tile(
      'max_drawdown',
      `longest ${text('longest_drawdown_ms')}`,
    )}${tile('trades', `win rate ${text('win_rate')}`)}${tile('net_pnl', `costs ${costs(run.summary.attribution)}`)}
  </dl>`;
}

/** Short enough for a tile. */
const NAMES = {
  total_return: 'Total return',
  cagr: 'CAGR',
  sharpe: 'Sharpe ratio',
  max_drawdown: 'Max drawdown',
  trades: 'Trades',
  net_pnl: 'Net P&L',
} as const;

function costs({ slippage, fees, borrow }: { slippage: number; fees: number; borrow: number }): string {
  return formatMetric('total_fees', 'cash', slippage + fees + borrow);
}

const SIGN_TELLS: ReadonlySet<MetricId> = new Set(['total_return', 'cagr', 'sharpe', 'net_pnl']);

function tone(id: MetricId, value: number | null): Markup | null {
  if (value === null || value === 0 || !SIGN_TELLS.has(id)) return null;
  return value > 0 ? html` class="gain"` : html` class="loss"`;
}
