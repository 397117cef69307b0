import type { RandomStream } from './xoshiro128.js';

/** Fills `out` with indices 0 … m − 1 drawn with replacement, one `below(m)` each in turn. */
export function drawIndices(stream: RandomStream, m: number, out: Int32Array | Uint32Array): void {
  stream.indices(m, out);
}
