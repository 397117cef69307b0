import type { RiskSettings } from './settings.js';

export const STOP_LOSS = 1;
export const TAKE_PROFIT = 2;
export const TRAILING_STOP = 3;

/**
 * The stop loss, take profit and trailing stop of a run: which of them a bar triggers, and at what price.
 * Levels: A2, A7; which comes first: A14, A26. One object a run, its answer in its fields: it is asked on every held bar.
 */
export class ProtectiveExits {
  /** Base price of the exit last triggered: the level, or the open beyond it. */
  price = NaN;
  /** Code of REASONS. */
  reason = STOP_LOSS;
  /** Stop and target both lay inside the bar's range. */
  ambiguous = false;

  readonly any: boolean;
  readonly trails: boolean;
  private readonly stopLoss: number;
  private readonly takeProfit: number;
  private readonly trailingStop: number;

  /** A stop that is absent is infinitely far away. `targetFirst`: the other reading of ambiguous bars. */
  constructor(
    risk: RiskSettings,
    private readonly targetFirst: boolean,
  ) {
    this.stopLoss = risk.stop_loss ?? Infinity;
    this.takeProfit = risk.take_profit ?? Infinity;
    this.trailingStop = risk.trailing_stop ?? Infinity;
    this.trails = this.trailingStop !== Infinity;
    this.any = this.stopLoss !== Infinity || this.takeProfit !== Infinity || this.trails;
  }

  /** Whether a bar takes a position out. `best`: the best of the first fill's price and every close since. Plain arguments: nothing is allocated. */
  triggered(side: number, average: number, best: number, open: number, high: number, low: number): boolean {
    const target = this.takeProfit === Infinity ? side * Infinity : average * (1 + side * this.takeProfit);
    const fixed = this.stopLoss === Infinity ? -side * Infinity : average * (1 - side * this.stopLoss);
    const trailing = this.trails ? best * (1 - side * this.trailingStop) : -side * Infinity;
    // The level nearer to the price is met first; on a tie the stop loss.
    const trailingFirst = side > 0 ? trailing > fixed : trailing < fixed;
    const stop = trailingFirst ? trailing : fixed;
    const worst = side > 0 ? low : high;
    const bestPrice = side > 0 ? high : low;
    const stopped = side > 0 ? worst <= stop : worst >= stop;
    const taken = side > 0 ? bestPrice >= target : bestPrice <= target;
    if (!stopped && !taken) return false;

    const opensBeyondStop = side > 0 ? open <= stop : open >= stop;
    const opensBeyondTarget = side > 0 ? open >= target : open <= target;
    const stopFills = opensBeyondStop || (!opensBeyondTarget && stopped && !(taken && this.targetFirst));
    this.ambiguous = stopped && taken && !opensBeyondStop && !opensBeyondTarget;
    this.reason = !stopFills ? TAKE_PROFIT : trailingFirst ? TRAILING_STOP : STOP_LOSS;
    this.price = opensBeyondStop || opensBeyondTarget ? open : stopFills ? stop : target;
    return true;
  }
}
