import type { Trade } from '@projecta/engine';

/** What some trades have in common came to. */
export interface TradeGroup {
  readonly name: string;
  readonly trades: number;
  readonly wins: number;
  readonly net: number;
  readonly costs: number;
  /** Summed over its trades. */
  readonly barsHeld: number;
}

/** Trades summed by a name each, in order of first appearance. */
export function tradeGroups(trades: readonly Trade[], nameOf: (trade: Trade) => string): readonly TradeGroup[] {
  const groups = new Map<string, { -readonly [Key in keyof TradeGroup]: TradeGroup[Key] }>();
  for (const trade of trades) {
    const name = nameOf(trade);
    let group = groups.get(name);
    if (group === undefined) groups.set(name, (group = { name, trades: 0, wins: 0, net: 0, costs: 0, barsHeld: 0 }));
    group.trades++;
    if (trade.net_pnl > 0) group.wins++;
    group.net += trade.net_pnl;
    group.costs += trade.fees + trade.slippage + trade.borrow;
    group.barsHeld += trade.bars_held;
  }
  return [...groups.values()];
}
