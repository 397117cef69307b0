import type { Account } from './account.js';
import { orderFee } from './fees.js';
import { slippedPrice } from './fill-price.js';
import type { Order } from './order.js';
import type { Simulation } from './simulation.js';

export const TIME = 4;
export const END = 5;
export const LIQUIDATION = 6;

/** A fill that no decision asked for. */
export interface ForcedFill {
  readonly t: number;
  readonly base: number;
  /** Code of REASONS. */
  readonly reason: number;
  /** Last bar known when it happens: the one before inside a bar, its own at the close (A4). */
  readonly decisionBar: number;
}

/** Closes the whole position at a base price, whatever the volume, and cancels the working order (A9, A13). */
export function closePosition(simulation: Simulation, account: Account, order: Order, forced: ForcedFill): void {
  order.active = false;
  const { position } = account;
  if (position === 0) return;
  const { execution } = simulation;
  const side = position > 0 ? -1 : 1;
  const quantity = Math.abs(position);
  const price = slippedPrice(simulation, forced.base, side, quantity, forced.t, forced.decisionBar);
  const { fill } = account;
  fill.t = forced.t;
  fill.side = side;
  fill.quantity = quantity;
  fill.basePrice = forced.base;
  fill.price = price;
  fill.fee = orderFee(execution, quantity, quantity * price);
  fill.decisionClose = forced.base;
  fill.reason = forced.reason;
  fill.settles = 0;
  fill.synthetic = forced.reason === END;
  simulation.luck?.filled();
  account.book(0);
}
