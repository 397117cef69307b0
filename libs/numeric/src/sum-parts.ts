/** Where `sumParts` leaves its three parts: written and read within one call, never kept. */
export const SUM = new Float64Array(3);

/**
 * Adds values[start..end) in tripled precision and leaves the sum in SUM as three parts, largest first, that do not overlap.
 * Cascaded two-sums (Ogita, Rump & Oishi 2005, SumK with K = 3): the error is about n³·2^-159 of the sum of magnitudes.
 * Where the sum is not finite, SUM holds what a plain sum gives, and zeros.
 */
export function sumParts(values: ArrayLike<number>, start: number, end: number): void {
  if (values instanceof Float64Array) addFloat64(values, start, end);
  else addFloat64(new Float64Array(values), start, end);
}

function addFloat64(values: Float64Array, start: number, end: number): void {
  let sum = 0;
  let error = 0;
  let rest = 0;
  for (let i = start; i < end; i++) {
    const x = values[i]!;
    const s = sum + x;
    const b = s - sum;
    const e = sum - (s - b) + (x - b);
    sum = s;
    const t = error + e;
    const c = t - error;
    rest += error - (t - c) + (e - c);
    error = t;
  }
  if (Number.isFinite(sum)) renormalise(sum, error, rest);
  else {
    SUM[0] = plainSum(values, start, end);
    SUM[1] = 0;
    SUM[2] = 0;
  }
}

/** sum + error + rest as parts of which each is at most half a unit in the last place of the one before. */
function renormalise(sum: number, error: number, rest: number): void {
  const low = error + rest;
  const lowLost = lostIn(error, rest, low);
  const high = sum + low;
  const middle = lostIn(sum, low, high);
  const second = middle + lowLost;
  SUM[0] = high;
  SUM[1] = second;
  SUM[2] = lostIn(middle, lowLost, second);
}

/** What rounding took from a + b when it gave `sum`, exactly (Knuth's two-sum). */
function lostIn(a: number, b: number, sum: number): number {
  const bThere = sum - a;
  return a - (sum - bThere) + (b - bThere);
}

function plainSum(values: Float64Array, start: number, end: number): number {
  let sum = 0;
  for (let i = start; i < end; i++) sum += values[i]!;
  return sum;
}
