import { drawIndices, type RandomStream } from '@projecta/random';
import type { Blocks } from './blocks.js';

/** Draws blocks of `blockLength` values, each from below(n), the last cut short (§9); blocks of 1 are the i.i.d. bootstrap. */
export function circularBlocks(stream: RandomStream, n: number, blockLength: number, blocks: Blocks): void {
  const { start, length } = blocks;
  const count = Math.ceil(n / blockLength);
  drawIndices(stream, n, start.subarray(0, count));
  length.fill(blockLength, 0, count);
  if (count > 0) length[count - 1] = n - (count - 1) * blockLength;
  blocks.count = count;
}
