/** The smallest and the largest finite value of some columns; low > high when there is none. */
export function rangeOf(...columns: readonly ArrayLike<number>[]): { readonly low: number; readonly high: number } {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const column of columns) {
    for (let t = 0; t < column.length; t++) {
      const value = column[t]!;
      if (value - value !== 0) continue; // NaN and ±Infinity
      if (value < low) low = value;
      if (value > high) high = value;
    }
  }
  return { low, high };
}
