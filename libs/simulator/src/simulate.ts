import { Account } from './account.js';
import { closePosition, END } from './close-position.js';
import { undecided } from './decision.js';
import { noOrder } from './order.js';
import { ProtectiveExits } from './protective-exit.js';
import { type Run, runBars } from './run-bars.js';
import { sameShape } from './same-shape.js';
import type { Outcome, Simulation } from './simulation.js';

/** Bars a call of the hot loop: enough to forget the call, few enough that it is compiled early. */
const STRETCH = 2048;

/**
 * Runs the decisions over the candles: fills, trades, and equity, cash and position at every close (semantics §4–§6).
 * Shapes: columns are as long as the candles. Money in the quote currency, quantities in units.
 */
export function simulate(given: Simulation): Outcome {
  const simulation = sameShape(given);
  const { candles, execution, risk, from = 0, targetFirst = false } = simulation;
  const n = candles.ts.length;
  const allocate = simulation.allocate ?? ((length: number) => new Float64Array(length));
  const account = new Account(execution.initial_cash, allocate);
  const order = noOrder();
  const run: Run = {
    simulation,
    account,
    order,
    state: undecided(),
    exits: new ProtectiveExits(risk, targetFirst),
    equity: allocate(n).fill(execution.initial_cash, 0, from),
    cash: allocate(n).fill(execution.initial_cash, 0, from),
    position: allocate(n).fill(0, 0, from),
    ruined: false,
    ambiguousBars: 0,
  };
  for (let t = from; t < n; t += STRETCH) runBars(run, t, Math.min(n, t + STRETCH));
  if (execution.flatten_end) flatten(run, n - 1);
  return {
    equity: run.equity,
    cash: run.cash,
    position: run.position,
    open_trade: account.open(candles.close[n - 1]!),
    fills: account.fills.columns(),
    trades: account.trades.columns(),
    total_borrow: account.totalBorrow,
    ruined: run.ruined,
    ambiguous_bars: run.ambiguousBars,
    clipped_orders: order.clippedOrders,
    dropped_orders: order.droppedOrders,
  };
}

/** Closes what is still held at the last close, costs included (§4 flatten_end); the last row is what is left. */
function flatten({ simulation, account, order, equity, cash, position }: Run, last: number): void {
  if (account.position === 0) return;
  closePosition(simulation, account, order, { t: last, base: simulation.candles.close[last]!, reason: END, decisionBar: last });
  equity[last] = cash[last] = account.cash;
  position[last] = 0;
}
