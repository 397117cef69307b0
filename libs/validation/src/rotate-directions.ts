import type { RandomStream } from '@projecta/random';

/** The decisions moved later in time by 1 + below(n−1) bars, around the end (§9, E3). */
export function rotateDirections(directions: Float64Array, stream: RandomStream): Float64Array {
  const n = directions.length;
  const by = 1 + stream.below(n - 1);
  const rotated = new Float64Array(n);
  rotated.set(directions.subarray(n - by), 0);
  rotated.set(directions.subarray(0, n - by), by);
  return rotated;
}
