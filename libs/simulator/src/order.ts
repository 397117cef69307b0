import type { Account } from './account.js';
import { affordableQuantity } from './affordable.js';
import { orderFee } from './fees.js';
import { slippedPrice } from './fill-price.js';
import { isNone, toLots } from './lots.js';
import type { Simulation } from './simulation.js';

/** The working order: where the position should go, and what of it is filled. One object a run, placed anew. */
export interface Order {
  active: boolean;
  decisionBar: number;
  /** First bar it may trade on: later than its decision allows when it is late (E7). */
  earliest: number;
  /** Target weight, for `sizing: fill`. */
  weight: number;
  /** Target position; NaN while `sizing: fill` has not fixed it. */
  target: number;
  filledQuantity: number;
  filledNotional: number;
  /** Counted over the run: orders of which cash did not pay for the whole, and orders given up on a bar without volume. */
  clippedOrders: number;
  droppedOrders: number;
}

export function noOrder(): Order {
  return {
    active: false,
    decisionBar: 0,
    earliest: 0,
    weight: 0,
    target: NaN,
    filledQuantity: 0,
    filledNotional: 0,
    clippedOrders: 0,
    droppedOrders: 0,
  };
}

/** Target position of a weight at a price (§4), rounded toward zero to lots; equity below 0 counts as 0 (A16). */
export function targetPosition(weight: number, equity: number, price: number, lotSize: number): number {
  return toLots((weight * Math.max(0, equity)) / price, lotSize);
}

/** Replaces whatever was working by a new order; an order that changes nothing is none (A16). Plain arguments: it may run on every bar. */
export function placeOrder(order: Order, t: number, weight: number, target: number, position: number): void {
  order.decisionBar = t;
  order.earliest = t;
  order.weight = weight;
  order.target = target;
  order.filledQuantity = 0;
  order.filledNotional = 0;
  order.active = Number.isNaN(target) || !isNone(target - position, target, position);
}

/** The largest quantity the bar's volume lets through (A12); 0 = nothing today. */
function volumeCap({ candles, execution }: Simulation, t: number): number {
  const { volume } = candles;
  if (execution.volume_limit === 0 || volume === undefined || volume[t] === 0) return Infinity;
  return toLots(volume[t]! * execution.volume_limit, execution.lot_size);
}

/** Makes the order just placed a bar late: the bar it could have traded on first passes it by. */
export function postpone(order: Order, firstBar: number): void {
  order.earliest = firstBar + 1;
}

/** Lets the working order trade on bar t at a base price. Ends it when done or clipped (A6, A16). Plain arguments: nothing is allocated. */
export function workOrder(simulation: Simulation, account: Account, order: Order, t: number, base: number, equityAtEntry: number): void {
  if (t < order.earliest) return;
  const { execution, candles, luck } = simulation;
  if (candles.volume?.[t] === 0 && execution.zero_volume !== 'fill') {
    if (execution.zero_volume === 'drop') {
      order.active = false;
      order.droppedOrders++;
    }
    return;
  }
  const cap = volumeCap(simulation, t);
  if (cap === 0) return;
  const { position } = account;
  if (Number.isNaN(order.target)) {
    order.target = targetPosition(order.weight, account.cash + position * base, base, execution.lot_size);
  }
  const wanted = order.target - position;
  if (isNone(wanted, order.target, position)) {
    order.active = false;
    return;
  }
  const side = wanted > 0 ? 1 : -1;
  const uncapped = Math.abs(wanted);
  const capped = Math.min(uncapped, cap);
  const quantity =
    side > 0 && simulation.risk.max_leverage <= 1 ? affordable(simulation, account, order, { t, base, most: capped }) : capped;
  const clipped = quantity < capped;
  if (clipped && !isNone(capped - quantity, order.target, position)) order.clippedOrders++;
  if (isNone(quantity, order.target, position)) {
    order.active = false;
    return;
  }
  const price = slippedPrice(simulation, base, side, quantity, t, order.decisionBar);
  const paid = orderFee(execution, order.filledQuantity, order.filledNotional);
  order.filledQuantity += quantity;
  order.filledNotional += quantity * price;
  const rest = order.target - (position + side * quantity);
  const done = quantity === uncapped || isNone(rest, order.target, position);
  const { fill } = account;
  fill.t = t;
  fill.side = side;
  fill.quantity = quantity;
  fill.basePrice = base;
  fill.price = price;
  fill.fee = orderFee(execution, order.filledQuantity, order.filledNotional) - paid;
  fill.decisionClose = candles.close[order.decisionBar]!;
  fill.reason = 0;
  fill.settles = done ? order.target : NaN;
  fill.synthetic = false;
  luck?.filled();
  account.book(equityAtEntry);
  if (done || clipped) order.active = false;
}

/** A6: the part of a buy that covers a short is never clipped; the rest only as far as the cash goes, costs included. */
function affordable(
  simulation: Simulation,
  account: Account,
  order: Order,
  fill: { readonly t: number; readonly base: number; readonly most: number },
): number {
  const { execution } = simulation;
  const covers = Math.max(0, -account.position);
  if (fill.most <= covers) return fill.most;
  const paid = orderFee(execution, order.filledQuantity, order.filledNotional);
  const cost = (quantity: number): number => {
    const price = slippedPrice(simulation, fill.base, 1, quantity, fill.t, order.decisionBar);
    const notional = quantity * price;
    return notional + (orderFee(execution, order.filledQuantity + quantity, order.filledNotional + notional) - paid);
  };
  if (cost(fill.most) <= account.cash) return fill.most;
  const none = 1e-12 * Math.max(Math.abs(order.target), Math.abs(account.position));
  const exact = affordableQuantity(cost, account.cash, { least: covers, most: fill.most, none });
  if (execution.lot_size === 0) return exact;
  let lots = Math.floor(exact / execution.lot_size + 1e-9);
  while (lots * execution.lot_size > covers && cost(lots * execution.lot_size) > account.cash) lots--;
  return Math.max(covers, lots * execution.lot_size);
}
