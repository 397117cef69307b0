/** Most points a path holds: two a pixel of a wide page. */
export const MOST_POINTS = 2000;

/**
 * The bars to draw so that a line of many looks like the line of all: of each of equal runs of bars the first, the lowest, the highest
 * and the last, ascending. Every extreme survives, which an average or a stride would lose. All bars when they are few; bars that are not finite are left out.
 * Source: M4, Jugel et al. (2014).
 */
export function extremes(values: ArrayLike<number>, most = MOST_POINTS): Uint32Array {
  const n = values.length;
  const groups = n <= most ? n : Math.floor(most / 4);
  const kept = new Uint32Array(Math.min(n, groups * 4));
  let count = 0;
  for (let group = 0; group < groups; group++) {
    const from = Math.floor((group * n) / groups);
    const to = Math.floor(((group + 1) * n) / groups);
    count = keepExtremes(values, { from, to, kept, count });
  }
  return kept.slice(0, count);
}

interface Run {
  readonly from: number;
  readonly to: number;
  readonly kept: Uint32Array;
  readonly count: number;
}

function keepExtremes(values: ArrayLike<number>, { from, to, kept, count }: Run): number {
  let first = -1;
  let last = -1;
  let lowest = -1;
  let highest = -1;
  for (let t = from; t < to; t++) {
    const value = values[t]!;
    if (value - value !== 0) continue;
    if (first < 0) first = lowest = highest = t;
    if (value < values[lowest]!) lowest = t;
    if (value > values[highest]!) highest = t;
    last = t;
  }
  if (first < 0) return count;
  let end = count;
  for (const t of [first, Math.min(lowest, highest), Math.max(lowest, highest), last]) {
    if (end === count || kept[end - 1]! < t) kept[end++] = t;
  }
  return end;
}
