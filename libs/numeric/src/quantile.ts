import { quantileSorted } from './quantile-sorted.js';
import { selectInPlace } from './select-in-place.js';

/** The q-quantile (type 7) of values in any order, which stay as they are; NaN of nothing or where a value is NaN. */
export function quantile(values: ArrayLike<number>, q: number): number {
  return quantilesOf(values, [q])[0]!;
}

/** The quantiles (type 7) of values in any order at each of `qs`, for little more than one of them costs. */
export function quantilesOf(values: ArrayLike<number>, qs: readonly number[]): number[] {
  const ordered = new Float64Array(values);
  if (hasNaN(ordered)) return qs.map(() => NaN);
  let from = 0;
  for (const k of orderStatistics(ordered.length, qs)) {
    selectInPlace(ordered, k, from, ordered.length - 1);
    from = k + 1;
  }
  return qs.map((q) => quantileSorted(ordered, q)); // reads only what is in its place now
}

/** The indices, ascending, that a sorted array is read at for these quantiles. */
function orderStatistics(n: number, qs: readonly number[]): number[] {
  const positions = qs.map((q) => (n - 1) * q).filter((position) => position >= 0 && position <= n - 1);
  return [...new Set(positions.flatMap((position) => [Math.floor(position), Math.ceil(position)]))].sort((a, b) => a - b);
}

function hasNaN(values: Float64Array): boolean {
  for (let i = 0; i < values.length; i++) if (Number.isNaN(values[i]!)) return true;
  return false;
}
