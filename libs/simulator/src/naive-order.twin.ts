import { book } from './naive-book.twin.js';
import type { NaiveState, WorkingOrder } from './naive-state.twin.js';
import type { ExecutionSettings, FillPrice } from './settings.js';
import type { Simulation } from './simulation.js';

/** Lets the working order trade at bar t, as far as volume and cash allow (§4, A6, A10, A12, A16). */
export function workOrder(state: NaiveState, t: number): void {
  const { order, simulation } = state;
  if (!order) return;
  const { execution } = simulation;
  const firstBar = order.decisionBar + (execution.fill_price === 'close_same' ? 0 : 1);
  if (order.late && t === firstBar) return;

  const volume = simulation.candles.volume?.[t];
  if (volume === 0 && execution.zero_volume === 'drop') {
    state.droppedOrders += 1;
    state.order = undefined;
    return;
  }
  if (volume === 0 && execution.zero_volume === 'wait') return;
  const capped = volume !== undefined && volume > 0 && execution.volume_limit > 0;
  const cap = capped ? wholeLots(execution.volume_limit * volume, execution.lot_size) : Infinity;
  if (cap === 0) return; // A12: waits, and does not yet fix q*

  const basePrice = basePriceAt(simulation, t);
  order.target ??= targetUnits(execution, order.weight, Math.max(0, state.cash + state.position * basePrice) / basePrice);
  const target = order.target;
  if (isNoOrder(target, state.position)) {
    state.order = undefined;
    return;
  }

  const side = target > state.position ? 1 : -1;
  const wanted = Math.min(Math.abs(target - state.position), cap);
  const quantity = payable({ state, order, t, side, basePrice, wanted });
  // A cut within the rounding of the order is none (A16): the largest payable quantity of an exact fit may miss it by an ulp.
  const clipped = wanted - quantity > 1e-12 * wanted;
  if (clipped) state.clippedOrders += 1;
  const nothingLeft = clipped && quantity <= 1e-12 * Math.max(Math.abs(target), Math.abs(state.position));
  if (!nothingLeft) fill({ state, order, t, side, basePrice, quantity });
  if (clipped || state.position === target) state.order = undefined;
}

/** q* = w·E/p, rounded toward zero to whole lots (A17). */
export function targetUnits(execution: ExecutionSettings, weight: number, equityInUnits: number): number {
  const units = weight * equityInUnits;
  return Math.sign(units) * wholeLots(Math.abs(units), execution.lot_size);
}

/** A16: an order smaller than 1e-12 of the larger of |q*| and |position| is none. */
export function isNoOrder(target: number, position: number): boolean {
  return Math.abs(target - position) <= 1e-12 * Math.max(Math.abs(target), Math.abs(position));
}

/** §5: base price → slippage model → slippage_bps; a sell price is never below 0. */
export function slippedPrice(
  simulation: Simulation,
  fill: { readonly basePrice: number; readonly side: 1 | -1; readonly quantity: number; readonly t: number; readonly decisionBar: number },
): number {
  const modelled = simulation.slip(fill.basePrice, fill.side, fill.quantity, fill.t, fill.decisionBar);
  const slipped = Math.max(0, modelled) * (1 + (fill.side * simulation.execution.slippage_bps) / 1e4);
  return Math.max(0, Math.max(0, slipped) * (simulation.luck?.priceFactor() ?? 1));
}

/** F(Q, N): what an order owes for Q units at notional N in all; nothing before its first fill (A10). */
export function orderFee(execution: ExecutionSettings, quantity: number, notional: number): number {
  if (quantity === 0) return 0;
  const fee = (notional * execution.fee_bps) / 1e4 + quantity * execution.fee_per_unit + execution.fee_fixed;
  return Math.max(fee, execution.fee_min);
}

/** A17: k = floor(quantity/lot + 1e-9) lots; lot 0 means fractional. */
export function wholeLots(quantity: number, lot: number): number {
  return lot === 0 ? quantity : Math.floor(quantity / lot + 1e-9) * lot;
}

const BASE_PRICE: Readonly<Record<FillPrice, (candles: Simulation['candles'], t: number) => number>> = {
  open_next: ({ open }, t) => open[t]!,
  mid_next: ({ high, low }, t) => (high[t]! + low[t]!) / 2,
  typical_next: ({ high, low, close }, t) => (high[t]! + low[t]! + close[t]!) / 3,
  vwap_next: ({ vwap }, t) => vwap![t]!,
  close_same: ({ close }, t) => close[t]!,
};

function basePriceAt({ candles, execution }: Simulation, t: number): number {
  return BASE_PRICE[execution.fill_price](candles, t);
}

interface Attempt {
  readonly state: NaiveState;
  readonly order: WorkingOrder;
  readonly t: number;
  readonly side: 1 | -1;
  readonly basePrice: number;
}

function priced({ state, order, t, side, basePrice }: Attempt, quantity: number) {
  const price = slippedPrice(state.simulation, { basePrice, side, quantity, t, decisionBar: order.decisionBar });
  const execution = state.simulation.execution;
  const owed = orderFee(execution, order.filledQuantity + quantity, order.filledNotional + quantity * price);
  return { price, fee: owed - orderFee(execution, order.filledQuantity, order.filledNotional) };
}

/**
 * How much of `wanted` the cash pays for (A6). Only the part of a buy beyond the cover of a short can be cut. The cost of q units
 * (slippage and fees of q) grows with q, so the largest payable q is found by halving until no double lies between.
 */
function payable(attempt: Attempt & { readonly wanted: number }): number {
  const { state, side, wanted } = attempt;
  const { max_leverage } = state.simulation.risk;
  const lot = state.simulation.execution.lot_size;
  const cover = Math.max(0, -state.position);
  if (side < 0 || max_leverage > 1 || wanted <= cover) return wanted;
  const pays = (quantity: number) => {
    const { price, fee } = priced(attempt, quantity);
    return state.cash - quantity * price - fee >= 0;
  };
  if (pays(wanted)) return wanted;

  let enough = cover;
  let tooMuch = wanted;
  for (;;) {
    const middle = enough + (tooMuch - enough) / 2;
    if (middle <= enough || middle >= tooMuch) break;
    if (pays(middle)) enough = middle;
    else tooMuch = middle;
  }
  if (lot === 0) return enough;
  let quantity = wholeLots(enough, lot);
  while (quantity > cover && !pays(quantity)) quantity -= lot;
  return Math.max(cover, quantity);
}

function fill(attempt: Attempt & { readonly quantity: number }): void {
  const { state, order, t, side, basePrice, quantity } = attempt;
  const { price, fee } = priced(attempt, quantity);
  // A16: what remains is none by the size of the position before this fill; by that after it, the dust of closing in parts never would be.
  const after = state.position + side * quantity;
  const done = Math.abs(order.target! - after) <= 1e-12 * Math.max(Math.abs(order.target!), Math.abs(state.position));
  book(state, {
    t,
    side,
    quantity,
    basePrice,
    price,
    fee,
    decisionClose: state.simulation.candles.close[order.decisionBar]!,
    reason: 'signal',
    positionAfter: done ? order.target! : after,
  });
  order.filledQuantity += quantity;
  order.filledNotional += quantity * price;
}
