/**
 * Epoch milliseconds of an epoch number of unknown unit: |x| >= 1e14 is microseconds, >= 1e11 milliseconds, else seconds.
 * NaN where it is finer than a millisecond.
 */
export function epochMs(x: number): number {
  const size = Math.abs(x);
  if (size >= 1e14) return Number.isInteger(x / 1000) ? x / 1000 : NaN;
  if (size >= 1e11) return Number.isInteger(x) ? x : NaN;
  // a decimal such as 1704067200.123 is off by up to 1.2e-7 s as a double
  const ms = Math.floor(x * 1000 + 0.5);
  return Math.abs(x * 1000 - ms) < 1e-3 ? ms : NaN;
}
