/**
 * Puts the k-th smallest value (from 0) of values[left..right] at index k, none larger before it and none smaller after it.
 * Floyd & Rivest (1975), Algorithm 489: about n + min(k, n − k) comparisons; no NaN. What is left after too many rounds is sorted.
 */
export function selectInPlace(values: Float64Array, k: number, left = 0, right = values.length - 1): void {
  let low = left;
  let high = right;
  for (let round = 0; high > low; round++) {
    if (round > 64) {
      values.subarray(low, high + 1).sort();
      return;
    }
    if (high - low > 600) narrow(values, k, low, high);
    const pivot = values[k]!;
    let i = low;
    let j = high;
    while (i <= j) {
      while (values[i]! < pivot) i++;
      while (values[j]! > pivot) j--;
      if (i > j) break;
      const swap = values[i]!;
      values[i] = values[j]!;
      values[j] = swap;
      i++;
      j--;
    }
    if (j < k) low = i;
    if (k < i) high = j;
  }
}

/** Selects within a sample around k, so that values[k] cuts the whole range close to where k lies. */
function narrow(values: Float64Array, k: number, low: number, high: number): void {
  const n = high - low + 1;
  const i = k - low + 1;
  // n^(2/3)/2 and √(log n · s) of the paper, near enough: the sample's size changes the speed, never the result.
  const size = Math.sqrt(n) * 4;
  const margin = Math.sqrt(size) * 2 * (i < n / 2 ? -1 : 1);
  const newLow = Math.max(low, Math.floor(k - (i * size) / n + margin));
  const newHigh = Math.min(high, Math.floor(k + ((n - i) * size) / n + margin));
  selectInPlace(values, k, newLow, newHigh);
}
