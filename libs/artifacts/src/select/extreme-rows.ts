/** What a bucket keeps: the row whose value is better than all others there. NaN is no value. */
export interface Extreme {
  readonly values: Float64Array;
  readonly isBetter: (value: number, than: number) => boolean;
}

/**
 * The first row, the last one, and between them, bucket by bucket, one row for each extreme: at most `count`, ascending.
 * Buckets have as many rows as the extremes of `count` rows allow; of equal values the first row is kept.
 */
export function extremeRows(extremes: readonly Extreme[], { rows, count }: { readonly rows: number; readonly count: number }): Uint32Array {
  const kept = extremes.slice(0, count - 2);
  const buckets = kept.length === 0 ? 0 : Math.floor((count - 2) / kept.length);
  const chosen = [0];
  for (let bucket = 0; bucket < buckets; bucket++) {
    const start = 1 + Math.floor((bucket * (rows - 2)) / buckets);
    const end = 1 + Math.floor(((bucket + 1) * (rows - 2)) / buckets);
    const found = kept.map((extreme) => bestRow(extreme, start, end)).filter((row) => row >= 0);
    chosen.push(...[...new Set(found)].sort((a, b) => a - b));
  }
  return Uint32Array.from([...chosen, rows - 1]);
}

/** -1 where the bucket has no value. */
function bestRow({ values, isBetter }: Extreme, start: number, end: number): number {
  let best = -1;
  for (let row = start; row < end; row++) {
    const value = values[row]!;
    if (value === value && (best < 0 || isBetter(value, values[best]!))) best = row;
  }
  return best;
}
