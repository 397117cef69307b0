import { type RiskSettings } from './settings.js';

/** A protective exit that a bar triggers. `reason` is a code of REASONS. */
export interface ProtectiveExit {
  readonly price: number;
  readonly reason: number;
  readonly ambiguous: boolean;
}

export const STOP_LOSS = 1;
export const TAKE_PROFIT = 2;
export const TRAILING_STOP = 3;

interface Held {
  readonly side: number;
  readonly average: number;
  /** Best of the first fill's price and every close since (A7). */
  readonly best: number;
}

interface Bar {
  readonly open: number;
  readonly high: number;
  readonly low: number;
}

/** The exit that stop loss, trailing stop or take profit makes on a bar, or undefined. Levels: A2, A7; which comes first: A14, A26. */
export function protectiveExit(risk: RiskSettings, held: Held, bar: Bar, targetFirst: boolean): ProtectiveExit | undefined {
  const { side } = held;
  const stop = stopLevel(risk, held);
  const target = risk.take_profit === undefined ? side * Infinity : held.average * (1 + side * risk.take_profit);
  const reached = (price: number, level: number) => side * (price - level) >= 0;
  const fallen = (price: number, level: number) => side * (price - level) <= 0;

  if (fallen(bar.open, stop.level)) return { price: bar.open, reason: stop.reason, ambiguous: false };
  if (reached(bar.open, target)) return { price: bar.open, reason: TAKE_PROFIT, ambiguous: false };
  const worst = side > 0 ? bar.low : bar.high;
  const best = side > 0 ? bar.high : bar.low;
  const stopped = fallen(worst, stop.level);
  const taken = reached(best, target);
  if (stopped && !(taken && targetFirst)) return { price: stop.level, reason: stop.reason, ambiguous: taken };
  return taken ? { price: target, reason: TAKE_PROFIT, ambiguous: stopped } : undefined;
}

/** Of stop loss and trailing stop the level nearer to the price; on a tie the stop loss (A14). */
function stopLevel(risk: RiskSettings, { side, average, best }: Held): { level: number; reason: number } {
  const fixed = risk.stop_loss === undefined ? -side * Infinity : average * (1 - side * risk.stop_loss);
  const trailing = risk.trailing_stop === undefined ? -side * Infinity : best * (1 - side * risk.trailing_stop);
  return side * (trailing - fixed) > 0 ? { level: trailing, reason: TRAILING_STOP } : { level: fixed, reason: STOP_LOSS };
}
