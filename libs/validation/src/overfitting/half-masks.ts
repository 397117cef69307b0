/** Every choice of half the blocks as a bit mask, ascending: C(S, S/2) of them. `blocks` is even, from 2 to 24. */
export function halfMasks(blocks: number): Int32Array {
  const half = blocks / 2;
  const masks = new Int32Array(choices(blocks, half));
  let mask = (1 << half) - 1;
  for (let i = 0; i < masks.length; i++) {
    masks[i] = mask;
    // The next larger number with as many bits (Gosper): the lowest run of ones gives up its top bit, the rest moves down.
    const lowest = mask & -mask;
    const carried = mask + lowest;
    mask = carried | (((mask ^ carried) >>> 2) / lowest);
  }
  return masks;
}

function choices(of: number, take: number): number {
  let count = 1;
  for (let i = 1; i <= take; i++) count = (count * (of - take + i)) / i; // exact: every step is itself a binomial coefficient
  return count;
}
