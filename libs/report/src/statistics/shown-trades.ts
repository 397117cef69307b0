import { type Trade } from '@projecta/engine';

/** A trade with its number in the trade list, from 1. */
export interface NumberedTrade {
  readonly number: number;
  readonly trade: Trade;
}

/** The most trades a page lists in full. */
export const MOST_TRADES = 240;

/** All trades when they are few; else the first, the last, the best and the worst of them by net P&L (a quarter each), in time order. */
export function shownTrades(trades: readonly Trade[], most = MOST_TRADES): readonly NumberedTrade[] {
  const numbered = trades.map((trade, i) => ({ number: i + 1, trade }));
  if (trades.length <= most) return numbered;
  const quarter = Math.floor(most / 4);
  const ranked = [...numbered].sort((a, b) => a.trade.net_pnl - b.trade.net_pnl || a.number - b.number);
  const kept = new Set([
    ...numbered.slice(0, quarter),
    ...numbered.slice(-quarter),
    ...ranked.slice(0, quarter),
    ...ranked.slice(-quarter),
  ]);
  return [...kept].sort((a, b) => a.number - b.number);
}
