/**
 * Whether two statistics are equal for choosing, ranking and counting: |a − b| <= 1e-9·max(|a|, |b|) (fine print E11).
 * Rounding must not decide between values that mathematics makes equal. An infinity ties with itself only, NaN with nothing.
 */
export function ties(a: number, b: number): boolean {
  if (a === b) return true;
  const distance = Math.abs(a - b);
  return distance < Infinity && distance <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));
}
