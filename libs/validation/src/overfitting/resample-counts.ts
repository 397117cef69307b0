import type { RandomStream } from '@projecta/random';
import type { Blocks } from '../bootstrap/blocks.js';
import { stationaryBlocks } from '../bootstrap/stationary-blocks.js';

/** Memory for one resample after another. */
export interface Resample {
  readonly blocks: Blocks;
  /** How often each bar stands in the resample: a mean over it is a sum of products with these. */
  readonly counts: Float64Array;
}

/** Draws one stationary resample (§9) and counts its bars: the same draw then serves every trial, read in the order of memory. */
export function resampleCounts(stream: RandomStream, blockLength: number, { blocks, counts }: Resample): void {
  const n = counts.length;
  stationaryBlocks(stream, n, blockLength, blocks);
  counts.fill(0);
  for (let b = 0; b < blocks.count; b++) {
    let at = blocks.start[b]!;
    for (let left = blocks.length[b]!; left > 0; left--) {
      counts[at]!++;
      if (++at === n) at = 0;
    }
  }
}
