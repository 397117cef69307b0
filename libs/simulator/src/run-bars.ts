import type { Account } from './account.js';
import { closePosition, LIQUIDATION, TIME } from './close-position.js';
import { decide as act, type DecisionState, lock } from './decision.js';
import { basePrice } from './fill-price.js';
import { type Order, workOrder } from './order.js';
import type { ProtectiveExits } from './protective-exit.js';
import type { Simulation } from './simulation.js';
import { widen } from './trade.js';

/** All that a simulation carries from bar to bar. */
export interface Run {
  readonly simulation: Simulation;
  readonly account: Account;
  readonly order: Order;
  readonly state: DecisionState;
  readonly exits: ProtectiveExits;
  readonly equity: Float64Array;
  /** Empty where not all is kept. */
  readonly cash: Float64Array;
  readonly position: Float64Array;
  readonly keepsAll: boolean;
  exposedBars: number;
  /** No rule of the run looks at every bar: stretches without an order may be left to `quietBars`. */
  readonly calm: boolean;
  ruined: boolean;
  ambiguousBars: number;
}

/**
 * Runs bars from `from` on and answers the first bar that `quietBars` may run, or `to`. The order of events inside a bar is fine-print A1;
 * nothing is allocated on a bar without a fill.
 * Called in short stretches: a loop that runs once a simulation would be compiled in the middle of it, and badly (see specs/benchmarks.md).
 */
export function runBars(run: Run, from: number, to: number): number {
  const { simulation, account, order, state, exits, keepsAll } = run;
  const { candles, directions, decide, execution, risk } = simulation;
  const { ts, open, high, low, close } = candles;
  const last = ts.length - 1;
  const ruinLevel = 1e-12 * execution.initial_cash;
  const openNext = execution.fill_price === 'open_next';
  const closeSame = execution.fill_price === 'close_same';
  const heldOffset = openNext ? 1 : 0; // A8: which bar is held bar 1
  const maxHeld = risk.max_bars_held ?? Infinity;
  const watching = risk.rebalance !== 'on_change';
  const borrowRate = execution.borrow_cost_bps / 1e4 / (365 * 86_400_000);
  let position = account.position;

  for (let t = from; t < to; t++) {
    const openPrice = open[t]!; // read on every bar: cheaper than now and then
    const closePrice = close[t]!;

    if (position < 0 && borrowRate > 0 && t > 0) account.borrow(-position * close[t - 1]! * borrowRate * (ts[t]! - ts[t - 1]!));
    if (order.active && !closeSame) {
      workOrder(simulation, account, order, t, basePrice(execution.fill_price, candles, t), equityBefore(run, t));
      position = account.position;
    }

    if (position !== 0) {
      const trade = account.trade!;
      const whole = openNext || trade.entryBar !== t; // A5, A24: the other fills see only the close of their entry bar
      if (exits.any && whole && exits.triggered(trade.side, account.average, trade.best, openPrice, high[t]!, low[t]!)) {
        if (exits.ambiguous) {
          trade.ambiguous = true;
          run.ambiguousBars++;
        }
        closePosition(simulation, account, order, { t, base: exits.price, reason: exits.reason, decisionBar: Math.max(0, t - 1) });
        lock(state);
        position = 0;
      } else {
        if (keepsAll) widen(trade, whole ? low[t]! : closePrice, whole ? high[t]! : closePrice);
        if (t - trade.entryBar + heldOffset >= maxHeld) {
          closePosition(simulation, account, order, { t, base: closePrice, reason: TIME, decisionBar: t });
          lock(state);
          position = 0;
        }
      }
    }

    let equity = account.cash + position * closePrice;
    if (equity <= ruinLevel && !run.ruined) {
      equity = liquidate(run, t, closePrice);
      position = 0;
    }

    if (decide) directions[t] = decide(t, position, position === 0 ? NaN : account.average, equity);
    if (t < last && !run.ruined) {
      const direction = directions[t]!;
      if (direction !== state.previous || state.pending || watching) act(simulation, state, order, t, direction, position, equity);
      if (closeSame && order.active) {
        workOrder(simulation, account, order, t, closePrice, equityBefore(run, t));
        position = account.position;
        equity = account.cash + position * closePrice;
        if (equity <= ruinLevel) {
          equity = liquidate(run, t, closePrice);
          position = 0;
        }
      }
    }

    if (exits.trails && position !== 0) {
      const trade = account.trade!;
      if (trade.side > 0 ? closePrice > trade.best : closePrice < trade.best) trade.best = closePrice;
    }
    run.equity[t] = equity;
    if (position !== 0) run.exposedBars++;
    if (keepsAll) {
      run.cash[t] = account.cash;
      run.position[t] = position;
    }
    if (run.calm && isQuiet(run)) return t + 1;
  }
  return to;
}

/** Whether nothing but the mark can happen until a direction changes: no working order, no weight waited for, no borrow. */
export function isQuiet({ simulation, account, order, state }: Run): boolean {
  return !order.active && !state.pending && (account.position >= 0 || simulation.execution.borrow_cost_bps === 0);
}

/** Equity at the close before bar t. */
function equityBefore({ equity, simulation }: Run, t: number): number {
  return t > 0 ? equity[t - 1]! : simulation.execution.initial_cash;
}

/** Ruin (A19): the position is closed at this close and trading stops; answers the cash left. */
function liquidate(run: Run, t: number, price: number): number {
  closePosition(run.simulation, run.account, run.order, { t, base: price, reason: LIQUIDATION, decisionBar: t });
  run.ruined = true;
  return run.account.cash;
}
