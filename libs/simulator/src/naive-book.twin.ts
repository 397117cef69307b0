import type { Reason } from './ledger.js';
import type { HeldTrade, NaiveState } from './naive-state.twin.js';

/** A fill that happens: everything about it is decided, it only has to enter the books. */
export interface DecidedFill {
  readonly t: number;
  readonly side: 1 | -1;
  readonly quantity: number;
  readonly basePrice: number;
  readonly price: number;
  readonly fee: number;
  readonly decisionClose: number;
  readonly reason: Reason;
  /** The position after the fill where that is known exactly (q* of an order it completes, 0 of a forced exit). */
  readonly positionAfter: number;
}

/** Books one fill: its row, cash, position, and the trades it closes, reduces, adds to or opens (average-price accounting). */
export function book(state: NaiveState, fill: DecidedFill): void {
  const notional = fill.quantity * fill.price;
  const slippage = fill.quantity * Math.abs(fill.price - fill.basePrice);
  state.simulation.luck?.filled();
  state.fills.push({
    bar: fill.t,
    side: fill.side,
    quantity: fill.quantity,
    base_price: fill.basePrice,
    price: fill.price,
    notional,
    fee: fill.fee,
    slippage,
    delay: fill.side * fill.quantity * (fill.basePrice - fill.decisionClose),
    decision_close: fill.decisionClose,
    reason: fill.reason,
    synthetic: fill.reason === 'end',
  });
  const before = state.position;
  state.cash = state.cash - fill.side * notional - fill.fee;
  state.position = fill.positionAfter;

  // A reversal is one fill through zero: its costs are split between the two trades by quantity.
  const reduces = before !== 0 && Math.sign(before) !== fill.side;
  const closes = reduces && (fill.positionAfter === 0 || Math.sign(fill.positionAfter) === fill.side);
  const exitQuantity = !reduces ? 0 : closes ? Math.abs(before) : fill.quantity;
  const entryQuantity = !reduces ? fill.quantity : closes ? Math.abs(fill.positionAfter) : 0;
  const costs = { fee: fill.fee, slippage, quantity: exitQuantity + entryQuantity };

  if (exitQuantity > 0) leave(state, fill, { ...share(costs, exitQuantity), closes });
  if (entryQuantity > 0) enter(state, fill, share(costs, entryQuantity));
}

/** Moves MAE and MFE by one price seen while the trade is held, against its running average (A24). */
export function seePrice(held: HeldTrade, price: number): void {
  if (held.averagePrice === 0) return;
  const excursion = held.side * (price / held.averagePrice - 1);
  held.mae = Math.min(held.mae, excursion);
  held.mfe = Math.max(held.mfe, excursion);
}

interface Share {
  readonly quantity: number;
  readonly fee: number;
  readonly slippage: number;
}

function share(costs: Share, quantity: number): Share {
  const part = quantity / costs.quantity;
  return { quantity, fee: costs.fee * part, slippage: costs.slippage * part };
}

function leave(state: NaiveState, fill: DecidedFill, part: Share & { readonly closes: boolean }): void {
  const held = state.held!;
  seePrice(held, fill.price);
  held.exitQuantity += part.quantity;
  held.exitNotional += part.quantity * fill.price;
  held.realised += held.side * part.quantity * (fill.price - held.averagePrice);
  held.fees += part.fee;
  held.slippage += part.slippage;
  if (!part.closes) return;
  const gross = held.side * (held.exitNotional - held.entryNotional);
  const net = gross - held.fees - held.borrow;
  state.trades.push({
    side: held.side,
    entry_bar: held.entryBar,
    exit_bar: fill.t,
    quantity: held.entryQuantity,
    entry_price: held.entryNotional / held.entryQuantity,
    exit_price: held.exitNotional / held.exitQuantity,
    gross_pnl: gross,
    net_pnl: net,
    return: held.entryNotional === 0 ? null : net / held.entryNotional,
    fees: held.fees,
    slippage: held.slippage,
    borrow: held.borrow,
    bars_held: fill.t - held.entryBar,
    reason: fill.reason,
    mae: held.mae,
    mfe: held.mfe,
    ambiguous: held.ambiguous,
    equity_at_entry: held.equityAtEntry,
  });
  state.held = undefined;
}

function enter(state: NaiveState, fill: DecidedFill, part: Share): void {
  state.held ??= openedTrade(state, fill);
  const held = state.held;
  const before = held.entryQuantity === 0 ? 0 : Math.abs(fill.positionAfter) - part.quantity;
  // In this form a fill at exactly the average price leaves the average unchanged, whatever the weights' rounding (A2).
  held.averagePrice += ((fill.price - held.averagePrice) * part.quantity) / (before + part.quantity);
  held.entryQuantity += part.quantity;
  held.entryNotional += part.quantity * fill.price;
  held.fees += part.fee;
  held.slippage += part.slippage;
}

function openedTrade(state: NaiveState, fill: DecidedFill): HeldTrade {
  return {
    side: fill.side,
    entryBar: fill.t,
    // E7: equity at the close before the entry bar, initial cash if there is none.
    equityAtEntry: fill.t === 0 ? state.simulation.execution.initial_cash : state.equity[fill.t - 1]!,
    averagePrice: fill.price,
    bestPrice: fill.price,
    entryQuantity: 0,
    entryNotional: 0,
    exitQuantity: 0,
    exitNotional: 0,
    realised: 0,
    fees: 0,
    slippage: 0,
    borrow: 0,
    mae: 0,
    mfe: 0,
    ambiguous: false,
  };
}
