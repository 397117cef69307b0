import { Account } from './account.js';
import { orderFee } from './fees.js';
import { basePrice, slippedPrice } from './fill-price.js';
import { noOrder, placeOrder, targetPosition, workOrder, type Order } from './order.js';
import { protectiveExit } from './protective-exit.js';
import { type Outcome, type Simulation } from './simulation.js';

const TIME = 4;
const END = 5;
const LIQUIDATION = 6;

/**
 * Runs the decisions over the candles: fills, trades, and equity, cash and position at every close.
 * The order of events inside a bar is fine-print A1. Nothing is allocated on a bar without a fill.
 */
export function simulate(simulation: Simulation): Outcome {
  const { candles, directions, decide, weight, execution, risk } = simulation;
  const { ts, open, high, low, close } = candles;
  const n = ts.length;
  const last = n - 1;
  const from = simulation.from ?? 0;
  const initialCash = execution.initial_cash;
  const allocate = simulation.allocate ?? ((length: number) => new Float64Array(length));
  const equityAt = allocate(n).fill(initialCash, 0, from);
  const cashAt = allocate(n).fill(initialCash, 0, from);
  const positionAt = allocate(n).fill(0, 0, from);

  const account = new Account(initialCash);
  const order = noOrder();
  const ruinLevel = 1e-12 * initialCash;
  const openNext = execution.fill_price === 'open_next';
  const closeSame = execution.fill_price === 'close_same';
  const stops = risk.stop_loss !== undefined || risk.take_profit !== undefined || risk.trailing_stop !== undefined;
  const trailing = risk.trailing_stop !== undefined;
  const heldOffset = openNext ? 1 : 0; // A8: which bar is held bar 1
  const maxHeld = risk.max_bars_held ?? Infinity;
  const everyBar = risk.rebalance === 'every_bar';
  const band = typeof risk.rebalance === 'object' ? risk.rebalance.band : Infinity;
  const watching = everyBar || band !== Infinity;
  const fillSizing = execution.sizing === 'fill';
  const borrowRate = execution.borrow_cost_bps / 1e4 / (365 * 86_400_000);
  const targetFirst = simulation.targetFirst ?? false;

  let position = 0;
  let cash = initialCash;
  let previous = 0; // the direction before this one (A15)
  let pending = false; // a change that met an undefined weight (A11)
  let locked = false; // flat after a protective exit (A3) …
  let lockedDirection = 0; // … until the direction differs from this one
  let ruined = false;
  let ambiguousBars = 0;

  for (let t = from; t < n; t++) {
    const openPrice = open[t]!; // read on every bar: the columns stream, and it costs less than reading it now and then
    const closePrice = close[t]!;
    const equityBefore = t > 0 ? equityAt[t - 1]! : initialCash;

    if (position < 0 && borrowRate > 0 && t > 0) account.borrow(-position * close[t - 1]! * borrowRate * (ts[t]! - ts[t - 1]!));
    if (order.active && !closeSame) {
      workOrder(simulation, account, order, { t, base: basePrice(execution.fill_price, candles, t), equityAtEntry: equityBefore });
      position = account.position;
    }

    if (position !== 0) {
      const trade = account.trade!;
      const opened = trade.entryBar === t;
      if (stops && (!opened || openNext)) {
        const held = { side: trade.side, average: account.average, best: trade.best };
        const exit = protectiveExit(risk, held, { open: openPrice, high: high[t]!, low: low[t]! }, targetFirst);
        if (exit) {
          if (exit.ambiguous) {
            trade.ambiguous = true;
            ambiguousBars++;
          }
          closePosition(simulation, account, order, {
            t,
            base: exit.price,
            reason: exit.reason,
            decisionBar: Math.max(0, t - 1),
            synthetic: false,
          });
          position = 0;
          locked = true;
          lockedDirection = previous;
        }
      }
      if (position !== 0) {
        const whole = !opened || openNext; // A24: the other fills see only the close of their entry bar
        const lowest = whole ? low[t]! : closePrice;
        const highest = whole ? high[t]! : closePrice;
        if (lowest < trade.lowest) trade.lowest = lowest;
        if (highest > trade.highest) trade.highest = highest;
        if (t - trade.entryBar + heldOffset >= maxHeld) {
          closePosition(simulation, account, order, { t, base: closePrice, reason: TIME, decisionBar: t, synthetic: false });
          position = 0;
          locked = true;
          lockedDirection = previous;
        }
      }
    }

    cash = account.cash;
    let equity = cash + position * closePrice;
    if (equity <= ruinLevel && !ruined) {
      closePosition(simulation, account, order, { t, base: closePrice, reason: LIQUIDATION, decisionBar: t, synthetic: false });
      ruined = true;
      position = 0;
      equity = cash = account.cash;
    }

    if (decide) directions[t] = decide(t, position, position === 0 ? NaN : account.average, equity);
    if (t < last && !ruined) {
      const direction = directions[t]!;
      const changed = direction !== previous;
      previous = direction;
      if (changed || pending || watching) {
        if (direction !== lockedDirection) locked = false;
        const raw = direction === 0 ? 0 : weight(t, direction);
        const undefinedWeight = Number.isNaN(raw);
        const allowed = undefinedWeight || locked ? 0 : Math.max(-risk.max_leverage, Math.min(risk.max_leverage, raw));
        const acts = changed || everyBar || (pending && !undefinedWeight) || outsideBand((position * closePrice) / equity, allowed, band);
        pending = undefinedWeight && (changed || pending);
        if (acts)
          placeOrder(order, t, allowed, fillSizing ? NaN : targetPosition(allowed, equity, closePrice, execution.lot_size), position);
      }
      if (closeSame && order.active) {
        workOrder(simulation, account, order, { t, base: closePrice, equityAtEntry: equityBefore });
        position = account.position;
        cash = account.cash;
        equity = cash + position * closePrice;
        if (equity <= ruinLevel) {
          closePosition(simulation, account, order, { t, base: closePrice, reason: LIQUIDATION, decisionBar: t, synthetic: false });
          ruined = true;
          position = 0;
          equity = cash = account.cash;
        }
      }
    }

    if (t === last && position !== 0 && execution.flatten_end) {
      closePosition(simulation, account, order, { t, base: closePrice, reason: END, decisionBar: t, synthetic: true });
      position = 0;
      equity = cash = account.cash;
    }
    if (trailing && position !== 0) {
      const trade = account.trade!;
      if (trade.side * (closePrice - trade.best) > 0) trade.best = closePrice;
    }
    equityAt[t] = equity;
    cashAt[t] = cash;
    positionAt[t] = position;
  }

  return {
    equity: equityAt,
    cash: cashAt,
    position: positionAt,
    open_trade: account.open(close[last]!),
    fills: account.fills.columns(),
    trades: account.trades.columns(),
    total_borrow: account.totalBorrow,
    ruined,
    ambiguous_bars: ambiguousBars,
    clipped_orders: order.clippedOrders,
    dropped_orders: order.droppedOrders,
  };
}

/** Whether the held weight has left the band around its target; a tie is inside (E11). */
function outsideBand(heldWeight: number, target: number, band: number): boolean {
  if (band === Infinity) return false;
  const distance = Math.abs(heldWeight - target);
  return distance > band && !(distance - band <= 1e-9 * Math.max(distance, band));
}

interface ForcedFill {
  readonly t: number;
  readonly base: number;
  readonly reason: number;
  /** Last bar known when it happens: the one before inside a bar, its own at the close (A4). */
  readonly decisionBar: number;
  readonly synthetic: boolean;
}

/** Closes the whole position at a base price, whatever the volume, and cancels the working order (A9, A13). */
function closePosition(simulation: Simulation, account: Account, order: Order, forced: ForcedFill): void {
  order.active = false;
  const { position } = account;
  if (position === 0) return;
  const { execution } = simulation;
  const side = position > 0 ? -1 : 1;
  const quantity = Math.abs(position);
  const price = slippedPrice(simulation.slip, execution.slippage_bps, { ...forced, side, quantity });
  const fee = orderFee(execution, quantity, quantity * price);
  account.book({ ...forced, side, quantity, basePrice: forced.base, price, fee, decisionClose: forced.base, settles: 0 }, 0);
}
