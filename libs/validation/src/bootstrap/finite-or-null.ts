/** A value that is not finite does not exist, and 0 has no sign. */
export function finiteOrNull(value: number): number | null {
  return Number.isFinite(value) ? value + 0 : null;
}
