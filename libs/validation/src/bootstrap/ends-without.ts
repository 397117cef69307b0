/**
 * Where the path that compounds 1 + r from 1 ends when return i is left out, for every i: products from both ends, so n steps in all.
 * A path that reaches 0 or less stays at that value (E4).
 */
export function endsWithout(returns: Float64Array): Float64Array {
  const n = returns.length;
  const ends = new Float64Array(n);
  const death = firstDeath(returns);
  const stop = Math.min(death, n - 1);
  let before = 1;
  for (let i = 0; i <= stop; i++) {
    ends[i] = before;
    before *= 1 + returns[i]!;
  }
  ends.fill(before, stop + 1); // what comes after the end of a path changes nothing
  let after = 1;
  for (let i = stop; i >= 0; i--) {
    ends[i]! *= after;
    after *= 1 + returns[i]!;
  }
  if (death < n) ends[death] = compounded(ends[death]!, returns.subarray(death + 1));
  return ends;
}

/** The first return that takes a path to 0 or below; their number where none does. */
function firstDeath(returns: Float64Array): number {
  const death = returns.findIndex((r) => !(1 + r > 0));
  return death < 0 ? returns.length : death;
}

function compounded(start: number, returns: Float64Array): number {
  let value = start;
  for (let i = 0; i < returns.length && value > 0; i++) value *= 1 + returns[i]!;
  return value;
}
