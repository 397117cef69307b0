import { ties } from './ties.js';

/**
 * The rank of values[index] from below, 1 … N: one more than the values truly below it, ties (fine print E11) sharing their average rank.
 * Give a value that does not exist as −Infinity; NaN is not expected.
 */
export function averageRank(values: ArrayLike<number>, index: number): number {
  const value = values[index]!;
  let below = 0;
  let tied = 0;
  for (let i = 0; i < values.length; i++) {
    if (ties(values[i]!, value)) tied++;
    else if (values[i]! < value) below++;
  }
  return below + (tied + 1) / 2;
}
