interface Bands {
  readonly lower: Float64Array;
  readonly middle: Float64Array;
  /** Holds the deviation on entry. */
  readonly upper: Float64Array;
  readonly k: number;
  readonly from: number;
  readonly to: number;
}

/** Fills lower and upper with middle ∓ k·deviation over bars `from` to `to` (exclusive). */
export function bands({ lower, middle, upper, k, from, to }: Bands): void {
  for (let t = from; t < to; t++) {
    const distance = k * upper[t]!;
    lower[t] = middle[t]! - distance;
    upper[t] = middle[t]! + distance;
  }
}
