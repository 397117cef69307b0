/**
 * The simple returns of an equity curve: r_i = E_i/E_{i−1} − 1 for i >= 1, and 0 where E_{i−1} <= 0 (fine print A19).
 * n − 1 values, written to the start of `out` when it is given.
 */
export function returnsOf(equity: Float64Array, out?: Float64Array): Float64Array {
  const count = Math.max(0, equity.length - 1);
  const returns = out === undefined ? new Float64Array(count) : out.subarray(0, count);
  if (count === 0) return returns;
  let previous = equity[0]!;
  for (let i = 0; i < count; i++) {
    const current = equity[i + 1]!;
    returns[i] = previous > 0 ? current / previous - 1 : 0;
    previous = current;
  }
  return returns;
}
