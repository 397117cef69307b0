/**
 * A sum without any rounding, kept as non-overlapping parts of growing magnitude (Shewchuk 1997).
 * Slow: only for windows whose values span more bits than a double-double holds.
 */
export interface ExactSum {
  readonly parts: Float64Array;
  count: number;
}

/** Room for the whole range of doubles: 2098 bits in parts of 53, and a spare. */
export function emptySum(): ExactSum {
  return { parts: new Float64Array(48), count: 0 };
}

export function add(sum: ExactSum, value: number): void {
  const { parts } = sum;
  let carry = value;
  let kept = 0;
  for (let i = 0; i < sum.count; i++) {
    const part = parts[i]!;
    const total = carry + part;
    const share = total - carry;
    const error = carry - (total - share) + (part - share);
    if (error !== 0) parts[kept++] = error;
    carry = total;
  }
  if (carry !== 0) parts[kept++] = carry;
  sum.count = kept;
}

/** The part below the largest, rounded: with it, the sum as a double-double. */
export function tailOf({ parts, count }: ExactSum): number {
  let tail = 0;
  for (let i = 0; i < count - 1; i++) tail += parts[i]!;
  return tail;
}
