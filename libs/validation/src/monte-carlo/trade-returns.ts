/** Net returns of closed trades on the equity at the close before their entry bar (E7): what Monte Carlo draws from. 0 where that equity is not above 0. */
export function tradeReturns(trades: {
  readonly length: number;
  readonly net_pnl: Float64Array;
  readonly equity_at_entry: Float64Array;
}): Float64Array {
  const returns = new Float64Array(trades.length);
  for (let i = 0; i < trades.length; i++) {
    const equity = trades.equity_at_entry[i]!;
    returns[i] = equity > 0 ? trades.net_pnl[i]! / equity : 0;
  }
  return returns;
}
