import type { RandomStream } from '@projecta/random';
import type { Blocks } from './blocks.js';

/**
 * Draws the blocks of a stationary bootstrap (Politis & Romano 1994): position 0 takes below(n); each later position draws one output and,
 * when it is below floor(2^32/blockLength), begins a block at below(n), else goes on with the next value, around the end (§9).
 */
export function stationaryBlocks(stream: RandomStream, n: number, blockLength: number, blocks: Blocks): void {
  const { start, length } = blocks;
  const threshold = Math.floor(4_294_967_296 / blockLength);
  let b = 0;
  for (let position = 0; position < n;) {
    start[b] = stream.below(n);
    const size = 1 + stream.countAbove(threshold, n - position - 1);
    length[b++] = size;
    position += size;
  }
  blocks.count = b;
}
