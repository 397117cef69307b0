/**
 * Returns a function that is true as long as it has been given the same value every time.
 * The library seeds its averages with sum / count, which is not the value itself for a series that has not moved yet (0.1 three times);
 * an average that knows it can answer exactly, so that no rule trades on that last bit.
 */
export function untilItMoves(): (value: number) => boolean {
  let first = NaN;
  let still = true;
  return (value) => {
    if (Number.isNaN(first)) first = value;
    still &&= value === first;
    return still;
  };
}
