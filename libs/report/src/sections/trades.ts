import type { Trade } from '@projecta/engine';
import { formatSignedCash, formatCash } from '../format/format-cash.js';
import { formatNumber, formatSignificant, NO_VALUE } from '../format/format-number.js';
import { formatPercent, formatSignedPercent } from '../format/format-percent.js';
import { html, type Markup } from '../html.js';
import type { RunView } from '../run-view.js';
import { type NumberedTrade, shownTrades } from '../statistics/shown-trades.js';
import { type TradeGroup, tradeGroups } from '../statistics/trade-groups.js';
import { section } from './section.js';

/** The round trips: by side and by reason in sum, then one by one. */
export function trades(view: RunView): Markup {
  const all = view.run.trades;
  if (all.length === 0)
    return section({ id: 'trades', title: 'Trades', body: html`<p class="none">No round trip was closed in this run.</p>` });
  const shown = shownTrades(all);
  const lead =
    shown.length < all.length
      ? `${formatNumber(shown.length, 0)} of ${formatNumber(all.length, 0)} trades: the first, the last, the best and the worst by net P&L. trades.parquet has them all.`
      : `All ${formatNumber(all.length, 0)} trades; trades.parquet has the same rows in full precision.`;
  return section({ id: 'trades', title: 'Trades', lead, body: [groupTable(all), tradeTable(shown, view)] });
}

function groupTable(all: readonly Trade[]): Markup {
  const sides = tradeGroups(all, ({ side }) => (side > 0 ? 'Long' : 'Short')).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const reasons = tradeGroups(all, ({ reason }) => reason).toSorted((a, b) => b.trades - a.trades);
  const rows = [...sides, ...reasons.map((group) => ({ ...group, name: `Exit by ${group.name.replaceAll('_', ' ')}` }))].map(groupRow);
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Trades by side and reason">
    <table>
      <caption>
        <strong>By side and exit</strong>
        Sums of the trades entered long and short, and of those closed for each reason
      </caption>
      <thead>
        <tr>
          <th scope="col">Group</th>
          <th scope="col" class="n">Trades</th>
          <th scope="col" class="n">Won</th>
          <th scope="col" class="n">Net P&amp;L</th>
          <th scope="col" class="n">Mean net</th>
          <th scope="col" class="n">Costs</th>
          <th scope="col" class="n">Mean bars</th>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`;
}

function groupRow({ name, trades: count, wins, net, costs, barsHeld }: TradeGroup): Markup {
  return html`<tr>
    <th scope="row">${name}</th>
    <td class="n">${formatNumber(count, 0)}</td>
    <td class="n">${formatPercent(wins / count, 1)}</td>
    <td class="n ${sign(net)}">${formatSignedCash(net)}</td>
    <td class="n ${sign(net)}">${formatSignedCash(net / count)}</td>
    <td class="n">${formatCash(costs)}</td>
    <td class="n">${formatNumber(barsHeld / count, 1)}</td>
  </tr>`;
}

const COLUMNS = [
  ['#', 'n'],
  ['Side', ''],
  ['Entered', ''],
  ['Left', ''],
  ['Bars', 'n'],
  ['Quantity', 'n'],
  ['Entry', 'n'],
  ['Exit', 'n'],
  ['Net P&L', 'n'],
  ['Return', 'n'],
  ['Costs', 'n'],
  ['MAE', 'n'],
  ['MFE', 'n'],
  ['Reason', ''],
] as const;

function tradeTable(shown: readonly NumberedTrade[], view: RunView): Markup {
  const head = COLUMNS.map(([name, className]) => html`<th scope="col" class="${className}">${name}</th>`);
  const rows = shown.map((one) => tradeRow(one, view));
  const ambiguous = shown.some(({ trade }) => trade.ambiguous) ? ' ? marks an exit whose bar touched stop and target both.' : '';
  return html`<div class="scroll" tabindex="0" role="region" aria-label="List of trades">
    <table class="trades" data-page="25">
      <caption>
        <strong>Round trips</strong>
        MAE and MFE are the worst and best move against the entry price while held.${ambiguous}
      </caption>
      <thead>
        <tr>
          ${head}
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`;
}

function tradeRow({ number, trade }: NumberedTrade, { timeOf }: RunView): Markup {
  const { side, net_pnl: net, return: earned } = trade;
  return html`<tr>
    <td class="n">${number}</td>
    <td class="${side > 0 ? 'is-long' : 'is-short'}">${side > 0 ? 'Long' : 'Short'}</td>
    <td>${timeOf(trade.entry_bar)}</td>
    <td>${timeOf(trade.exit_bar)}</td>
    <td class="n">${formatNumber(trade.bars_held, 0)}</td>
    <td class="n">${formatSignificant(trade.quantity, 5)}</td>
    <td class="n">${formatSignificant(trade.entry_price, 6)}</td>
    <td class="n">${formatSignificant(trade.exit_price, 6)}</td>
    <td class="n ${sign(net)}">${formatSignedCash(net)}</td>
    <td class="n ${sign(net)}">${earned === null ? NO_VALUE : formatSignedPercent(earned)}</td>
    <td class="n">${formatCash(trade.fees + trade.slippage + trade.borrow)}</td>
    <td class="n">${formatPercent(trade.mae, 1)}</td>
    <td class="n">${formatPercent(trade.mfe, 1)}</td>
    <td>${trade.reason.replaceAll('_', ' ')}${trade.ambiguous ? ' ?' : ''}</td>
  </tr>`;
}

function sign(value: number): string {
  if (value === 0) return '';
  return value > 0 ? 'gain' : 'loss';
}
