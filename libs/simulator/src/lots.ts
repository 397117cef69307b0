/** Whole lots in a quantity, toward zero (A17: the 1e-9 makes 0.3 three lots of 0.1). Lot 0: fractional quantities stay as they are. */
export function toLots(quantity: number, lotSize: number): number {
  if (lotSize === 0) return quantity;
  const lots = Math.floor(Math.abs(quantity) / lotSize + 1e-9) * lotSize;
  return quantity < 0 ? 0 - lots : lots;
}

/** A16: an order this small beside its target and the position is none. */
export function isNone(order: number, target: number, position: number): boolean {
  return order === 0 || Math.abs(order) < 1e-12 * Math.max(Math.abs(target), Math.abs(position));
}
