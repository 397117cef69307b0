import { ties } from './ties.js';

/** The index of the first value that ties with the largest (fine print E11); NaN stands for no value; −1 where there is none. */
export function firstLargest(values: ArrayLike<number>): number {
  let largest = NaN;
  for (let i = 0; i < values.length; i++) if (!(values[i]! <= largest) && !Number.isNaN(values[i]!)) largest = values[i]!;
  for (let i = 0; i < values.length; i++) if (ties(values[i]!, largest)) return i;
  return -1;
}
