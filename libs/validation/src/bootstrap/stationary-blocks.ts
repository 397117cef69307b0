import type { RandomStream } from '@projecta/random';
import type { Blocks } from './blocks.js';

/**
 * Draws the blocks of a stationary bootstrap (Politis & Romano 1994): position 0 takes below(n); each later position draws one output and,
 * when it is below floor(2^32/blockLength), begins a block at below(n), else goes on with the next value, around the end (§9).
 */
export function stationaryBlocks(stream: RandomStream, n: number, blockLength: number, blocks: Blocks): void {
  const { start, length } = blocks;
  const threshold = Math.floor(4_294_967_296 / blockLength);
  const count = stream.blockStarts(n, threshold, start, length); // their positions, for now
  for (let b = 0; b < count - 1; b++) length[b] = length[b + 1]! - length[b]!;
  if (count > 0) length[count - 1] = n - length[count - 1]!;
  blocks.count = count;
}
