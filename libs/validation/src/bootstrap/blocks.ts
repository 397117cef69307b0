/** A resample of n values as blocks: block b takes `length[b]` values from `start[b]` on, around the end; the lengths add up to n. */
export interface Blocks {
  /** How many blocks are in use. */
  count: number;
  readonly start: Int32Array;
  readonly length: Int32Array;
}

/** Memory for resamples of n values, used by one after another. */
export function blocksFor(n: number): Blocks {
  return { count: 0, start: new Int32Array(n), length: new Int32Array(n) };
}
