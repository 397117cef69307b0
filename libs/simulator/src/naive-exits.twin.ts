import type { Reason } from './ledger.js';
import { book } from './naive-book.twin.js';
import { orderFee, slippedPrice } from './naive-order.twin.js';
import type { HeldTrade, NaiveState } from './naive-state.twin.js';

/** Closes the whole position at once, free of volume limits, with slippage and fees (A13), and cancels the working order (A9). */
export function forceExit(
  state: NaiveState,
  exit: { readonly t: number; readonly basePrice: number; readonly decisionBar: number; readonly reason: Reason },
): void {
  const { t, basePrice, decisionBar, reason } = exit;
  const side = state.position > 0 ? -1 : 1;
  const quantity = Math.abs(state.position);
  const price = slippedPrice(state.simulation, { basePrice, side, quantity, t, decisionBar });
  const fee = orderFee(state.simulation.execution, quantity, quantity * price);
  state.order = undefined;
  book(state, { t, side, quantity, basePrice, price, fee, decisionClose: basePrice, reason, positionAfter: 0 });
}

/** Stop loss, take profit and trailing stop inside bar t (A5, A7, A14, A26); true when the position was closed. */
export function protect(state: NaiveState, t: number): boolean {
  const { held, simulation } = state;
  if (!held) return false;
  if (t === held.entryBar && simulation.execution.fill_price !== 'open_next') return false;
  const hit = touched(state, held, t);
  if (!hit) return false;
  if (hit.ambiguous) {
    held.ambiguous = true;
    state.ambiguousBars += 1;
  }
  forceExit(state, { t, basePrice: hit.basePrice, decisionBar: t - 1, reason: hit.reason });
  return true;
}

/** A8: how many bars the position has been held at the close of bar t. */
export function heldBars({ simulation }: NaiveState, held: HeldTrade, t: number): number {
  return t - held.entryBar + (simulation.execution.fill_price === 'open_next' ? 1 : 0);
}

interface Touch {
  readonly basePrice: number;
  readonly reason: Reason;
  readonly ambiguous: boolean;
}

function touched({ simulation }: NaiveState, held: HeldTrade, t: number): Touch | undefined {
  const { candles, risk } = simulation;
  const { side, averagePrice, bestPrice } = held;
  const open = candles.open[t]!;
  // The bar's worst and best price for the holder.
  const worst = side > 0 ? candles.low[t]! : candles.high[t]!;
  const best = side > 0 ? candles.high[t]! : candles.low[t]!;
  const atOrWorse = (price: number, level: number) => side * price <= side * level;
  const atOrBetter = (price: number, level: number) => side * price >= side * level;

  const stops: { level: number; reason: Reason }[] = [];
  if (risk.stop_loss !== undefined) stops.push({ level: averagePrice * (1 - side * risk.stop_loss), reason: 'stop_loss' });
  if (risk.trailing_stop !== undefined) stops.push({ level: bestPrice * (1 - side * risk.trailing_stop), reason: 'trailing_stop' });
  // The level nearer to the price is the higher one of a long, the lower one of a short; sorting is stable, so a tie names stop_loss.
  const stop = stops.sort((a, b) => side * (b.level - a.level))[0];
  const target = risk.take_profit === undefined ? undefined : averagePrice * (1 + side * risk.take_profit);

  if (stop && atOrWorse(open, stop.level)) return { basePrice: open, reason: stop.reason, ambiguous: false };
  if (target !== undefined && atOrBetter(open, target)) return { basePrice: open, reason: 'take_profit', ambiguous: false };
  const stopMet = stop !== undefined && atOrWorse(worst, stop.level);
  const targetMet = target !== undefined && atOrBetter(best, target);
  const ambiguous = stopMet && targetMet;
  if (stopMet && !(ambiguous && simulation.targetFirst)) return { basePrice: stop.level, reason: stop.reason, ambiguous };
  if (targetMet) return { basePrice: target, reason: 'take_profit', ambiguous };
  return undefined;
}
