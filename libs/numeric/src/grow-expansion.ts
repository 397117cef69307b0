/** Doubles reach from 2^-1074 to 2^1024: parts of 53 bits that do not overlap are never more than 40, and one is being added. */
const MOST_PARTS = 42;

/**
 * The exact sum of values[start..end) as doubles that do not overlap, smallest first, none of them 0, the last one the rounded sum but for halves.
 * Shewchuk (1997), Grow-Expansion and Compress: whatever the values span. All of them must be finite, and their sum.
 */
export function growExpansion(values: Float64Array, start: number, end: number): Float64Array {
  const parts = new Float64Array(MOST_PARTS);
  let count = 0;
  for (let i = start; i < end; i++) count = add(parts, count, values[i]!);
  return compressed(parts.subarray(0, count));
}

/** Adds a value to the first `count` parts, in place, and returns how many there are now. */
function add(parts: Float64Array, count: number, value: number): number {
  let kept = 0;
  let carry = value;
  for (let k = 0; k < count; k++) {
    const part = parts[k]!;
    const sum = carry + part;
    const partThere = sum - carry;
    const lost = carry - (sum - partThere) + (part - partThere);
    if (lost !== 0) parts[kept++] = lost;
    carry = sum;
  }
  if (carry !== 0) parts[kept++] = carry;
  return kept;
}

/** The same sum in fewer parts: carried down, so that each takes what it can from those below, then up again. */
function compressed(parts: Float64Array): Float64Array {
  if (parts.length === 0) return parts;
  let from = parts.length - 1;
  let carry = parts[from]!;
  for (let k = parts.length - 2; k >= 0; k--) {
    const sum = carry + parts[k]!;
    const lost = parts[k]! - (sum - carry);
    if (lost !== 0) parts[from--] = sum;
    carry = lost !== 0 ? lost : sum;
  }
  let to = 0;
  for (let k = from + 1; k < parts.length; k++) {
    const sum = parts[k]! + carry;
    const lost = carry - (sum - parts[k]!);
    if (lost !== 0) parts[to++] = lost;
    carry = sum;
  }
  parts[to++] = carry;
  return parts.subarray(0, to);
}
