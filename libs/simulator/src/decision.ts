import { type Order, placeOrder, postpone, targetPosition } from './order.js';
import type { Simulation } from './simulation.js';

/** What decisions remember from close to close. One object a run. */
export interface DecisionState {
  /** The direction before this one; before the first bar 0 (A15). */
  previous: number;
  /** A change of direction met an undefined weight and waits for it (A11). */
  pending: boolean;
  /** Flat after a protective exit, until the direction differs from `lockedDirection` (A3). */
  locked: boolean;
  lockedDirection: number;
}

export function undecided(): DecisionState {
  return { previous: 0, pending: false, locked: false, lockedDirection: 0 };
}

/** Locks the state flat after a protective exit. */
export function lock(state: DecisionState): void {
  state.locked = true;
  state.lockedDirection = state.previous;
}

/** Acts on the direction at the close of bar t: places an order where the rebalance mode asks for one. Plain arguments: it may run on every bar. */
export function decide(
  simulation: Simulation,
  state: DecisionState,
  order: Order,
  t: number,
  direction: number,
  position: number,
  equity: number,
): void {
  const { execution, risk, weight, luck } = simulation;
  const changed = direction !== state.previous;
  state.previous = direction;
  if (direction !== state.lockedDirection) state.locked = false;
  const wanted = direction === 0 ? 0 : weight(t, direction);
  const undefinedWeight = wanted !== wanted;
  const target = undefinedWeight || state.locked ? 0 : Math.max(-risk.max_leverage, Math.min(risk.max_leverage, wanted));
  const close = simulation.candles.close[t]!;
  const acts =
    changed ||
    risk.rebalance === 'every_bar' ||
    (state.pending && !undefinedWeight) ||
    outsideBand(simulation, (position * close) / equity, target);
  state.pending = undefinedWeight && (changed || state.pending);
  if (!acts) return;
  // Under `sizing: fill` the quantity is fixed by the first bar that can trade; a target of nothing is known now (A16).
  const units = execution.sizing === 'fill' && target !== 0 ? NaN : targetPosition(target, equity, close, execution.lot_size);
  placeOrder(order, t, target, units, position);
  if (luck !== undefined && order.active && luck.isLate()) postpone(order, execution.fill_price === 'close_same' ? t : t + 1);
}

/** Whether the held weight has left the band around its target; a tie is inside (E11). */
function outsideBand({ risk }: Simulation, heldWeight: number, target: number): boolean {
  if (typeof risk.rebalance !== 'object') return false;
  const distance = Math.abs(heldWeight - target);
  const { band } = risk.rebalance;
  return distance > band && !(distance - band <= 1e-9 * Math.max(distance, band));
}
