/**
 * Fills `out` with +1 while `fast` lies above `slow` and −1 while it lies below.
 * Where they are equal or one is undefined it writes NaN: no opinion, so the last one is kept.
 */
export function fillCrossings(fast: Float64Array, slow: Float64Array, out: Float64Array): void {
  for (let t = 0; t < out.length; t++) {
    const a = fast[t]!;
    const b = slow[t]!;
    out[t] = a > b ? 1 : a < b ? -1 : NaN;
  }
}
