import { ties } from '@projecta/numeric';

/** a − b, and 0 where the two tie (fine print C7, E11): what rounding left of equal returns is no excess. */
export function excess(a: number, b: number): number {
  return ties(a, b) ? 0 : a - b;
}
