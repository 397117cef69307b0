/** What repeated measurements come to, in the unit they are in. */
export interface Timings {
  readonly mean: number;
  readonly median: number;
  readonly p95: number;
  readonly min: number;
  readonly max: number;
  /** Sample standard deviation; 0 of one measurement. */
  readonly std: number;
}

/** Summary of at least one measurement; quantiles are type 7. */
export function timingsOf(values: readonly number[]): Timings {
  const sorted = [...values].sort((a, b) => a - b);
  const mean = sorted.reduce((sum, value) => sum + value, 0) / sorted.length;
  const squares = sorted.reduce((sum, value) => sum + (value - mean) * (value - mean), 0);
  return {
    mean,
    median: quantile(sorted, 0.5),
    p95: quantile(sorted, 0.95),
    min: sorted[0]!,
    max: sorted[sorted.length - 1]!,
    std: sorted.length > 1 ? Math.sqrt(squares / (sorted.length - 1)) : 0,
  };
}

/** Timings under the names of a unit: `mean_sec`, `median_us`. */
export function namedTimings(values: readonly number[], unit: 'sec' | 'us'): Record<string, number> {
  return Object.fromEntries(Object.entries(timingsOf(values)).map(([name, value]) => [`${name}_${unit}`, value]));
}

function quantile(sorted: readonly number[], q: number): number {
  const at = q * (sorted.length - 1);
  const below = Math.floor(at);
  const low = sorted[below]!;
  return low + (at - below) * ((sorted[below + 1] ?? low) - low);
}
