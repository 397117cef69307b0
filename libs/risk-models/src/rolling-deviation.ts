/** Sample standard deviation of the returns that end at bar t, per bar; t >= the number of returns. */
export type Deviation = (t: number) => number;

/**
 * The sample standard deviation (ddof 1) of the last `count` >= 2 simple returns of `close`, at any bar that has as many.
 *
 * Returns are cut into blocks of `count`, so every window is the tail of one block and the head of the next: two sums that were only
 * ever added to. Nothing is subtracted when a return leaves, so nothing drifts, and the answer depends on t alone, whatever was asked before.
 * All are taken relative to the head's first return, which lies in every window of the block: equal returns give exactly 0, and
 * the squares' sum exceeds the deviations' by a factor of at most count + 1.
 */
export function rollingDeviation(close: Float64Array, count: number): Deviation {
  // Entry m sums the block before from its m-th return on; the last entry, the empty tail, stays 0.
  const tail = new Float64Array(count + 1);
  const tailSquares = new Float64Array(count + 1);
  // Entry m sums the first m returns of the block; entry 0, the empty head, stays 0.
  const head = new Float64Array(count + 1);
  const headSquares = new Float64Array(count + 1);
  let start = -1; // the bar before the block's first return
  let origin = 0;
  let filled = 0;

  function enterBlockOf(t: number): void {
    start = t - 1 - ((t - 1) % count);
    origin = returnAt(close, start + 1);
    filled = 0;
    for (let m = start > 0 ? count - 1 : 0; m > 0; m--) {
      const value = returnAt(close, start - count + m + 1) - origin;
      tail[m] = tail[m + 1]! + value;
      tailSquares[m] = tailSquares[m + 1]! + value * value;
    }
  }

  return (t) => {
    if (start < 0 || t <= start || t > start + count) enterBlockOf(t);
    const length = t - start;
    for (; filled < length; filled++) {
      const value = returnAt(close, start + filled + 1) - origin;
      head[filled + 1] = head[filled]! + value;
      headSquares[filled + 1] = headSquares[filled]! + value * value;
    }
    const sum = head[length]! + tail[length]!;
    const squares = headSquares[length]! + tailSquares[length]!;
    return Math.sqrt((squares - (sum * sum) / count) / (count - 1));
  };
}

function returnAt(close: Float64Array, t: number): number {
  return close[t]! / close[t - 1]! - 1;
}
