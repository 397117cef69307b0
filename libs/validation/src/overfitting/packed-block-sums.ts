import type { BlockSums } from './block-sums.js';

/** How many numbers one trial's sums are. */
export function blockSumsWidth(blocks: number): number {
  return 1 + 4 * blocks;
}

/** Writes the sums of a table's first trial in a row, to be put into another table. */
export function packBlockSums({ blocks, trials, shift, sums, squares, low, high }: BlockSums, into: Float64Array, at: number): void {
  into[at++] = shift[0]!;
  for (const column of [sums, squares, low, high]) for (let block = 0; block < blocks; block++) into[at++] = column[block * trials]!;
}

/** Puts the sums of a trial that were packed elsewhere into a table of as many blocks. */
export function unpackBlockSums(table: BlockSums, trial: number, from: Float64Array, at: number): void {
  const { blocks, trials, shift, sums, squares, low, high } = table;
  shift[trial] = from[at++]!;
  for (const column of [sums, squares, low, high])
    for (let block = 0; block < blocks; block++) column[block * trials + trial] = from[at++]!;
}
