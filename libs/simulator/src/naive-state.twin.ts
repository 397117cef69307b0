import type { Reason } from './ledger.js';
import type { OpenTrade, Simulation } from './simulation.js';

/** One fill, columns of names.md. */
export interface FillRow {
  readonly bar: number;
  readonly side: 1 | -1;
  readonly quantity: number;
  readonly base_price: number;
  readonly price: number;
  readonly notional: number;
  readonly fee: number;
  readonly slippage: number;
  readonly delay: number;
  readonly decision_close: number;
  readonly reason: Reason;
  readonly synthetic: boolean;
}

/** One closed round trip, columns of names.md; `return` is null when the entry notional is 0. */
export interface TradeRow {
  readonly side: 1 | -1;
  readonly entry_bar: number;
  readonly exit_bar: number;
  readonly quantity: number;
  readonly entry_price: number;
  readonly exit_price: number;
  readonly gross_pnl: number;
  readonly net_pnl: number;
  readonly return: number | null;
  readonly fees: number;
  readonly slippage: number;
  readonly borrow: number;
  readonly bars_held: number;
  readonly reason: Reason;
  readonly mae: number;
  readonly mfe: number;
  readonly ambiguous: boolean;
  readonly equity_at_entry: number;
}

/** What the twin answers: the fast simulator's Outcome as rows. */
export interface NaiveOutcome {
  readonly fills: readonly FillRow[];
  readonly trades: readonly TradeRow[];
  readonly equity: readonly number[];
  readonly cash: readonly number[];
  readonly position: readonly number[];
  readonly exposed_bars: number;
  readonly final_position: number;
  readonly open_trade: OpenTrade | undefined;
  readonly total_borrow: number;
  readonly ruined: boolean;
  readonly ambiguous_bars: number;
  readonly clipped_orders: number;
  readonly dropped_orders: number;
}

/** An order from its decision until it is done, replaced, clipped, dropped or cancelled. */
export interface WorkingOrder {
  readonly decisionBar: number;
  /** E7: a late order lets the first bar it could trade on pass. */
  readonly late: boolean;
  readonly weight: number;
  /** q*; undefined under `sizing: fill` until the first bar on which the order can trade (A16). */
  target: number | undefined;
  /** Filled so far, for fees that apply once an order (A10). */
  filledQuantity: number;
  filledNotional: number;
}

/** The round trip being held: from the fill that opened the position to the one that closes it. */
export interface HeldTrade {
  readonly side: 1 | -1;
  readonly entryBar: number;
  readonly equityAtEntry: number;
  averagePrice: number;
  /** Best of the first fill's price and every close since entry up to the previous bar (A7). */
  bestPrice: number;
  entryQuantity: number;
  entryNotional: number;
  exitQuantity: number;
  exitNotional: number;
  realised: number;
  fees: number;
  slippage: number;
  borrow: number;
  mae: number;
  mfe: number;
  ambiguous: boolean;
}

/** Everything that changes from bar to bar. */
export interface NaiveState {
  readonly simulation: Simulation;
  readonly fills: FillRow[];
  readonly trades: TradeRow[];
  readonly equity: number[];
  readonly cashCurve: number[];
  readonly positionCurve: number[];
  cash: number;
  position: number;
  held: HeldTrade | undefined;
  order: WorkingOrder | undefined;
  /** Direction in force at the last protective exit, while decisions still agree with it (A3). */
  blockedDirection: number | undefined;
  /** A direction change met an undefined weight and was not yet acted on (A11). */
  pending: boolean;
  ruined: boolean;
  totalBorrow: number;
  ambiguousBars: number;
  clippedOrders: number;
  droppedOrders: number;
}

/** A flat account with its initial cash. */
export function flatState(simulation: Simulation): NaiveState {
  return {
    simulation,
    fills: [],
    trades: [],
    equity: [],
    cashCurve: [],
    positionCurve: [],
    cash: simulation.execution.initial_cash,
    position: 0,
    held: undefined,
    order: undefined,
    blockedDirection: undefined,
    pending: false,
    ruined: false,
    totalBorrow: 0,
    ambiguousBars: 0,
    clippedOrders: 0,
    droppedOrders: 0,
  };
}
