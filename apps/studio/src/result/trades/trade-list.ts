import type { TradeRow } from '@projecta/client';

/** A trade with its place in the table of all. */
export interface NumberedTrade {
  readonly number: number;
  readonly trade: TradeRow;
}

/** What a list of trades is asked for. */
export interface TradeQuery {
  readonly side: 'all' | 'long' | 'short';
  readonly outcome: 'all' | 'won' | 'lost' | 'ambiguous';
  /** `all`, or a reason for the exit. */
  readonly reason: string;
  readonly sort: TradeSort;
  readonly order: 'ascending' | 'descending';
}

export const SORTS = [
  'number',
  'entry_ts',
  'exit_ts',
  'bars_held',
  'quantity',
  'entry_price',
  'exit_price',
  'net_pnl',
  'return',
  'costs',
  'mae',
  'mfe',
] as const;

export type TradeSort = (typeof SORTS)[number];

export const ALL_TRADES: TradeQuery = { side: 'all', outcome: 'all', reason: 'all', sort: 'number', order: 'ascending' };

/** The trades that a query asks for, in its order; what ties keeps the order of time, and what has no value comes last. */
export function tradeList(trades: readonly TradeRow[], query: TradeQuery): NumberedTrade[] {
  const direction = query.order === 'ascending' ? 1 : -1;
  return trades
    .map((trade, i) => ({ number: i + 1, trade }))
    .filter((one) => fits(one.trade, query))
    .sort((a, b) => {
      const [x, y] = [valueOf(a, query.sort), valueOf(b, query.sort)];
      if (x === null || y === null) return Number(x === null) - Number(y === null);
      return direction * (x - y) || a.number - b.number;
    });
}

export function costsOf({ fees, slippage, borrow }: TradeRow): number {
  return fees + slippage + borrow;
}

function fits(trade: TradeRow, { side, outcome, reason }: TradeQuery): boolean {
  if (side !== 'all' && (trade.side > 0 ? 'long' : 'short') !== side) return false;
  if (reason !== 'all' && trade.reason !== reason) return false;
  if (outcome === 'ambiguous') return trade.ambiguous;
  if (outcome === 'won') return trade.net_pnl > 0;
  return outcome === 'all' || trade.net_pnl < 0;
}

function valueOf({ number, trade }: NumberedTrade, sort: TradeSort): number | null {
  if (sort === 'number') return number;
  return sort === 'costs' ? costsOf(trade) : trade[sort];
}
