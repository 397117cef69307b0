import type { Account } from './account.js';
import { closePosition, LIQUIDATION, TIME } from './close-position.js';
import { decide as act, type DecisionState, lock } from './decision.js';
import { basePrice } from './fill-price.js';
import { type Order, workOrder } from './order.js';
import { quietBars } from './quiet-bars.js';
import type { ProtectiveExits } from './protective-exit.js';
import type { Simulation } from './simulation.js';

/** All that a simulation carries from bar to bar. */
export interface Run {
  readonly simulation: Simulation;
  readonly account: Account;
  readonly order: Order;
  readonly state: DecisionState;
  readonly exits: ProtectiveExits;
  readonly equity: Float64Array;
  readonly cash: Float64Array;
  readonly position: Float64Array;
  ruined: boolean;
  ambiguousBars: number;
}

/**
 * Runs bars [from, to). The order of events inside a bar is fine-print A1; nothing is allocated on a bar without a fill.
 * Called in short stretches: a loop that runs once a simulation would be compiled in the middle of it, and badly (see specs/benchmarks.md).
 */
export function runBars(run: Run, from: number, to: number): void {
  const { simulation, account, order, state, exits } = run;
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
  const calm = !exits.any && !watching && !decide && maxHeld === Infinity;
  let position = account.position;

  for (let t = from; t < to; t++) {
    if (calm && !order.active && !state.pending && (position >= 0 || borrowRate === 0)) {
      t = quietBars(run, t, to);
      if (t === to) break;
    }
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
        const lowest = whole ? low[t]! : closePrice;
        const highest = whole ? high[t]! : closePrice;
        if (lowest < trade.lowest) trade.lowest = lowest;
        if (highest > trade.highest) trade.highest = highest;
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
    run.cash[t] = account.cash;
    run.position[t] = position;
  }
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
