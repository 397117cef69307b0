import { type FillColumns, REASONS, type TradeColumns } from '@projecta/simulator';
import type { Fill, Trade } from '../run-result.js';

/** The fills as rows. */
export function fillRows(fills: FillColumns, ts: Float64Array): Fill[] {
  return Array.from({ length: fills.length }, (_, i) => ({
    bar: fills.bar[i]!,
    ts: ts[fills.bar[i]!]!,
    side: fills.side[i]! > 0 ? 1 : -1,
    quantity: fills.quantity[i]!,
    base_price: fills.base_price[i]!,
    price: fills.price[i]!,
    notional: fills.notional[i]!,
    fee: fills.fee[i]!,
    slippage: fills.slippage[i]!,
    delay: fills.delay[i]!,
    decision_close: fills.decision_close[i]!,
    reason: REASONS[fills.reason[i]!]!,
    synthetic: fills.synthetic[i] === 1,
  }));
}

/** The round trips as rows. */
export function tradeRows(trades: TradeColumns, ts: Float64Array): Trade[] {
  return Array.from({ length: trades.length }, (_, i) => ({
    side: trades.side[i]! > 0 ? 1 : -1,
    entry_bar: trades.entry_bar[i]!,
    entry_ts: ts[trades.entry_bar[i]!]!,
    exit_bar: trades.exit_bar[i]!,
    exit_ts: ts[trades.exit_bar[i]!]!,
    quantity: trades.quantity[i]!,
    entry_price: trades.entry_price[i]!,
    exit_price: trades.exit_price[i]!,
    gross_pnl: trades.gross_pnl[i]!,
    net_pnl: trades.net_pnl[i]!,
    return: Number.isNaN(trades.return[i]!) ? null : trades.return[i]!,
    fees: trades.fees[i]!,
    slippage: trades.slippage[i]!,
    borrow: trades.borrow[i]!,
    bars_held: trades.bars_held[i]!,
    reason: REASONS[trades.reason[i]!]!,
    mae: trades.mae[i]!,
    mfe: trades.mfe[i]!,
    ambiguous: trades.ambiguous[i] === 1,
    equity_at_entry: trades.equity_at_entry[i]!,
  }));
}
