import { Account } from './account.js';
import { closePosition, END } from './close-position.js';
import { undecided } from './decision.js';
import { noOrder } from './order.js';
import { ProtectiveExits } from './protective-exit.js';
import { quietBars } from './quiet-bars.js';
import { isQuiet, type Run, runBars } from './run-bars.js';
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
  const { candles, execution, risk, decide, from = 0, targetFirst = false, keeps = 'everything' } = simulation;
  const n = candles.ts.length;
  const keepsAll = keeps === 'everything';
  const allocate = simulation.allocate ?? ((length: number) => new Float64Array(length));
  const account = new Account(execution.initial_cash, allocate);
  const order = noOrder();
  const exits = new ProtectiveExits(risk, targetFirst);
  const run: Run = {
    simulation,
    account,
    order,
    state: undecided(),
    exits,
    equity: allocate(n).fill(execution.initial_cash, 0, from),
    cash: allocate(keepsAll ? n : 0).fill(execution.initial_cash, 0, from),
    position: allocate(keepsAll ? n : 0).fill(0, 0, from),
    keepsAll,
    exposedBars: 0,
    calm: !exits.any && !decide && risk.rebalance === 'on_change' && risk.max_bars_held === undefined,
    ruined: false,
    ambiguousBars: 0,
  };
  for (let t = from; t < n;) {
    const end = Math.min(n, t + STRETCH);
    if (run.calm && isQuiet(run)) t = quietBars(run, t, end);
    if (t < end) t = runBars(run, t, end);
  }
  if (execution.flatten_end) flatten(run, n - 1);
  return {
    equity: run.equity,
    cash: run.cash,
    position: run.position,
    exposed_bars: run.exposedBars,
    final_position: account.position,
    open_trade: account.open(candles.close[n - 1]!),
    fills: account.fills,
    trades: account.trades,
    total_borrow: account.totalBorrow,
    ruined: run.ruined,
    ambiguous_bars: run.ambiguousBars,
    clipped_orders: order.clippedOrders,
    dropped_orders: order.droppedOrders,
  };
}

/** Closes what is still held at the last close, costs included (§4 flatten_end); the last row is what is left. */
function flatten(run: Run, last: number): void {
  const { simulation, account, order, equity, cash, position } = run;
  if (account.position === 0) return;
  closePosition(simulation, account, order, { t: last, base: simulation.candles.close[last]!, reason: END, decisionBar: last });
  equity[last] = account.cash;
  run.exposedBars--;
  if (!run.keepsAll) return;
  cash[last] = account.cash;
  position[last] = 0;
}
