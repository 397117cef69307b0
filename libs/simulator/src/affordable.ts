/** What a buy of `quantity` takes from the cash, costs included; grows with the quantity. */
export type CostOf = (quantity: number) => number;

/**
 * The largest quantity in [least, most] whose cost is at most `cash`, or `least` where even that costs more.
 * False position on the bracket with a bisection whenever it does not halve it, down to the last bits of a double:
 * the cost is nearly linear, so it takes a handful of steps.
 */
export function affordableQuantity(
  cost: CostOf,
  cash: number,
  bracket: { readonly least: number; readonly most: number; readonly none: number },
): number {
  let low = bracket.least;
  let high = bracket.most;
  const smallest = low + bracket.none;
  if (smallest >= high || cost(smallest) > cash) return low;
  low = smallest;
  let short = cash - cost(low);
  let over = cash - cost(high);
  for (let step = 0; step < 200 && high - low > 2e-16 * high; step++) {
    const width = high - low;
    const guess = step % 3 === 2 ? low + width / 2 : low + (width * short) / (short - over);
    const middle = guess > low && guess < high ? guess : low + width / 2;
    if (middle <= low || middle >= high) break;
    const left = cash - cost(middle);
    if (left >= 0) {
      low = middle;
      short = left;
    } else {
      high = middle;
      over = left;
    }
    if (left >= 0 && left <= 1e-15 * cash) break; // nothing to speak of is left
  }
  return low;
}
