import { ProjectaError, quote } from '@projecta/errors';

/**
 * Turns opinions into directions in place (semantics §3): NaN keeps the last opinion, flat before the first; long_only cuts at 0 afterwards.
 * @throws ProjectaError STRATEGY_ERROR for a direction outside [−1, 1]
 */
export function keepLast(opinions: Float64Array, longOnly: boolean, strategy: string): void {
  const least = longOnly ? 0 : -1;
  let kept = 0;
  for (let t = 0; t < opinions.length; t++) {
    const opinion = opinions[t]!;
    if (opinion === kept) continue; // most bars: nothing to write
    if (opinion === opinion) {
      if (!(opinion >= -1 && opinion <= 1)) throw outOfRange(strategy, t, opinion);
      kept = opinion > least ? opinion + 0 : least; // −0 is 0
    }
    opinions[t] = kept;
  }
}

/** The error of a direction that is none. */
export function outOfRange(strategy: string, t: number, direction: number): ProjectaError {
  return new ProjectaError(
    'STRATEGY_ERROR',
    `The strategy ${strategy} gave the direction ${quote(direction)} at bar ${t}; a direction lies between −1 and 1.`,
  );
}
