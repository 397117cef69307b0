/** Luck in execution, asked event by event: which orders are late, and how far each fill's price is moved (fine print E7). */
export interface ExecutionLuck {
  /** Whether the order just placed may trade a bar later only. */
  readonly isLate: () => boolean;
  /** The factor on the price of the next fill; the same however often it is asked before `filled`. */
  readonly priceFactor: () => number;
  /** A fill took place: the next one has a factor of its own. */
  readonly filled: () => void;
}

/** Luck from uniform draws on [0, 1), one an order placed and one a fill, in the order of events: a fill that is sized and then does not happen takes none. */
export function executionLuck(
  uniform: () => number,
  { jitterBps, delayProbability }: { readonly jitterBps: number; readonly delayProbability: number },
): ExecutionLuck {
  let next = NaN; // the draw the next event will take, where it was looked at already
  const look = (): number => (next = Number.isNaN(next) ? uniform() : next);
  const take = (): number => {
    const u = look();
    next = NaN;
    return u;
  };
  return {
    isLate: () => take() < delayProbability,
    priceFactor: () => 1 + ((2 * look() - 1) * jitterBps) / 1e4,
    filled: () => void take(),
  };
}
