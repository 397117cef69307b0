import { seePrice } from './naive-book.twin.js';
import { forceExit, heldBars, protect } from './naive-exits.twin.js';
import { isNoOrder, targetUnits, workOrder } from './naive-order.twin.js';
import { flatState, type NaiveOutcome, type NaiveState } from './naive-state.twin.js';
import type { OpenTrade, Simulation } from './simulation.js';

const YEAR_MS = 365 * 86_400_000;

/** The simulator once more, written from semantics §2, §4, §5 and fine-print A alone: slow, plain, one step of A1 after another. */
export function naiveSimulate(simulation: Simulation): NaiveOutcome {
  const state = flatState(simulation);
  const n = simulation.candles.close.length;
  const from = simulation.from ?? 0;
  for (let t = 0; t < n; t++) {
    if (t >= from) liveThroughBar(state, t);
    state.equity.push(equityAt(state, t));
    state.cashCurve.push(state.cash);
    state.positionCurve.push(state.position);
  }
  return {
    fills: state.fills,
    trades: state.trades,
    equity: state.equity,
    cash: state.cashCurve,
    position: state.positionCurve,
    exposed_bars: state.positionCurve.filter((units) => units !== 0).length,
    final_position: state.position,
    open_trade: openTrade(state),
    total_borrow: state.totalBorrow,
    ruined: state.ruined,
    ambiguous_bars: state.ambiguousBars,
    clipped_orders: state.clippedOrders,
    dropped_orders: state.droppedOrders,
  };
}

/** A1: the order of events inside a bar. */
function liveThroughBar(state: NaiveState, t: number): void {
  const { simulation } = state;
  const { candles, execution, risk } = simulation;
  const close = candles.close[t]!;
  const last = t === candles.close.length - 1;
  const atClose = execution.fill_price === 'close_same';
  if (state.ruined) return;

  chargeBorrow(state, t);
  if (!atClose) workOrder(state, t);
  if (protect(state, t)) block(state, t);
  seeBar(state, t);
  if (state.held && risk.max_bars_held !== undefined && heldBars(state, state.held, t) >= risk.max_bars_held) {
    forceExit(state, { t, basePrice: close, decisionBar: t, reason: 'time' });
    block(state, t);
  }
  checkRuin(state, t);
  if (!last && !state.ruined) decide(state, t);
  if (!last && !state.ruined && atClose) {
    workOrder(state, t);
    checkRuin(state, t);
  }
  if (last && execution.flatten_end && state.held) forceExit(state, { t, basePrice: close, decisionBar: t, reason: 'end' });
  if (last) state.order = undefined;
  if (state.held)
    state.held.bestPrice = state.held.side > 0 ? Math.max(state.held.bestPrice, close) : Math.min(state.held.bestPrice, close);
}

/** A21: of the short position at the previous close, for the time since that bar opened. */
function chargeBorrow(state: NaiveState, t: number): void {
  if (state.position >= 0) return;
  const { candles, execution } = state.simulation;
  const elapsed = candles.ts[t]! - candles.ts[t - 1]!;
  const borrow = (Math.abs(state.position) * candles.close[t - 1]! * (execution.borrow_cost_bps / 1e4) * elapsed) / YEAR_MS;
  state.cash -= borrow;
  state.totalBorrow += borrow;
  state.held!.borrow += borrow;
}

/** A24: the range of a bar the position is still held in when it comes to the close; of the entry bar as the fill price allows. */
function seeBar({ held, simulation }: NaiveState, t: number): void {
  if (!held) return;
  const { candles, execution } = simulation;
  if (t === held.entryBar && execution.fill_price !== 'open_next') {
    seePrice(held, candles.close[t]!);
    return;
  }
  seePrice(held, candles.low[t]!);
  seePrice(held, candles.high[t]!);
}

/** A3: after a protective exit the target is 0 until a decision differs from the last one before this bar's close. */
function block(state: NaiveState, t: number): void {
  state.blockedDirection = directionBefore(state.simulation, t);
}

/** A15 and E8: before the first bar decided on, d counts as 0. */
function directionBefore({ directions, from = 0 }: Simulation, t: number): number {
  return t <= from ? 0 : directions[t - 1]!;
}

/** A19. */
function checkRuin(state: NaiveState, t: number): void {
  if (equityAt(state, t) > 1e-12 * state.simulation.execution.initial_cash) return;
  const close = state.simulation.candles.close[t]!;
  if (state.held) forceExit(state, { t, basePrice: close, decisionBar: t, reason: 'liquidation' });
  state.order = undefined;
  state.ruined = true;
}

function decide(state: NaiveState, t: number): void {
  const { simulation } = state;
  const { candles, directions, execution, risk } = simulation;
  const equity = equityAt(state, t);
  if (simulation.decide) directions[t] = simulation.decide(t, state.position, state.held?.averagePrice ?? 0, equity);
  const direction = directions[t]!;
  const changed = direction !== directionBefore(simulation, t);
  if (direction !== state.blockedDirection) state.blockedDirection = undefined;

  const weight = state.blockedDirection === undefined ? targetWeight(simulation, t, direction) : 0;
  const defined = !Number.isNaN(weight);
  const wasPending = state.pending;
  state.pending = !defined && (changed || wasPending);
  const due = changed || (wasPending && defined) || risk.rebalance === 'every_bar';
  const target = defined ? weight : 0;
  const heldWeight = (state.position * candles.close[t]!) / equity;
  if (!due && !(typeof risk.rebalance === 'object' && exceeds(Math.abs(heldWeight - target), risk.rebalance.band))) return;

  const known = execution.sizing === 'decision' || target === 0;
  const units = known ? targetUnits(execution, target, equity / candles.close[t]!) : undefined;
  const none = units !== undefined && isNoOrder(units, state.position);
  if (none) {
    state.order = undefined; // E7: an order whose quantity is already held draws none
    return;
  }
  const late = simulation.luck?.isLate() ?? false;
  state.order = { decisionBar: t, late, weight: target, target: units, filledQuantity: 0, filledNotional: 0 };
}

/** A20, and A11: d = 0 always has the defined weight 0; NaN = undefined. */
function targetWeight({ weight, risk }: Simulation, t: number, direction: number): number {
  if (direction === 0) return 0;
  return Math.min(risk.max_leverage, Math.max(-risk.max_leverage, weight(t, direction)));
}

/** E11: within 1e-9 is a tie, and a tie does not exceed. */
function exceeds(a: number, b: number): boolean {
  return a > b && Math.abs(a - b) > 1e-9 * Math.max(Math.abs(a), Math.abs(b));
}

function equityAt(state: NaiveState, t: number): number {
  return state.cash + state.position * state.simulation.candles.close[t]!;
}

function openTrade(state: NaiveState): OpenTrade | undefined {
  const { held, position } = state;
  if (!held) return undefined;
  const close = state.simulation.candles.close.at(-1)!;
  return {
    side: held.side,
    entry_bar: held.entryBar,
    quantity: held.entryQuantity,
    position,
    average_price: held.averagePrice,
    gross_pnl: held.realised,
    unrealised_pnl: position * (close - held.averagePrice),
    fees: held.fees,
    slippage: held.slippage,
    borrow: held.borrow,
    mae: held.mae,
    mfe: held.mfe,
    equity_at_entry: held.equityAtEntry,
  };
}
