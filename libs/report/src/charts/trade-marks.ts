import type { Trade } from '@projecta/engine';
import { barPercent } from '../scales/path-data.js';
import type { ValueScale } from '../scales/value-scale.js';
import { html, type Markup } from '../html.js';
import { pixelY } from './plot.js';

/** More trades than this are too many to mark one by one. */
export const MOST_MARKED = 150;

/** The signs that marks use: by shape first, colour second. Once a document. */
export const MARK_SYMBOLS: Markup = html`<svg width="0" height="0" aria-hidden="true" class="symbols">
  <defs>
    <path id="long" d="M0-5 5 4H-5Z" />
    <path id="short" d="M0 5 5-4H-5Z" />
    <circle id="won" r="3.4" />
    <path id="lost" d="M-3.2-3.2 3.2 3.2M-3.2 3.2 3.2-3.2" />
  </defs>
</svg>`;

/** Entries as triangles that point the way of the trade, a little below (long) or above (short) their price; exits as a ring (won) or a cross (lost) at theirs. */
export function tradeMarks(trades: readonly Trade[], bars: number, scale: ValueScale): Markup | null {
  if (trades.length === 0 || trades.length > MOST_MARKED) return null;
  const exits = trades.map((trade) =>
    mark(trade.net_pnl > 0 ? 'won' : 'lost', barPercent(trade.exit_bar, bars), pixelY(scale, trade.exit_price)),
  );
  const entries = trades.map((trade) =>
    mark(trade.side > 0 ? 'long' : 'short', barPercent(trade.entry_bar, bars), pixelY(scale, trade.entry_price, 9 * trade.side)),
  );
  return html`<g class="marks">${exits}${entries}</g>`;
}

function mark(symbol: string, x: string, y: number): Markup {
  return html`<use href="#${symbol}" class="${symbol}" x="${x}" y="${y}" />`;
}
