import type { Trade } from '@projecta/engine';

/** A trade with its number in the trade list, from 1. */
export interface NumberedTrade {
  readonly number: number;
  readonly trade: Trade;
}

/** The most trades a page lists. */
export const MOST_TRADES = 240;

/** All trades when they are few; else the first, the last, the best and the worst of them by net P&L (a quarter each), in time order. */
export function shownTrades(trades: readonly Trade[], most = MOST_TRADES): readonly NumberedTrade[] {
  const n = trades.length;
  const quarter = Math.floor(most / 4);
  const isRanked =
    n > most
      ? outermost(
          Float64Array.from(trades, ({ net_pnl }) => net_pnl),
          quarter,
        )
      : () => true;
  const shown: NumberedTrade[] = [];
  for (let i = 0; i < n; i++) {
    if (i < quarter || i >= n - quarter || isRanked(i)) shown.push({ number: i + 1, trade: trades[i]! });
  }
  return shown;
}

/** Whether a value is among the `count` lowest or highest; of equal ones at the border the earlier are. */
function outermost(values: Float64Array, count: number): (i: number) => boolean {
  const sorted = values.toSorted();
  const low = sorted[count - 1]!;
  const high = sorted[sorted.length - count]!;
  let lowTies = count - sorted.findIndex((value) => value === low);
  let highTies = count - (sorted.length - 1 - sorted.findLastIndex((value) => value === high));
  return (i) => {
    const value = values[i]!;
    if (value < low || value > high) return true;
    if (value === low && lowTies-- > 0) return true;
    return value === high && highTies-- > 0;
  };
}
