import type { TradeRow } from '@projecta/client';

/** The trades, sorted by entry as the table has them, that touch the bars from `from` to `to`: first and one past the last. One closes before the next begins. */
export function visibleTrades(
  trades: readonly Pick<TradeRow, 'entry_bar' | 'exit_bar'>[],
  from: number,
  to: number,
): readonly [number, number] {
  return [firstWhere(trades.length, (i) => trades[i]!.exit_bar >= from), firstWhere(trades.length, (i) => trades[i]!.entry_bar > to)];
}

/** The first index from which on `holds` is true; n where it never is. */
function firstWhere(n: number, holds: (i: number) => boolean): number {
  let low = 0;
  let high = n;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
