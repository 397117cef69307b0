/** Drawdowns of a whole curve. */
export interface DrawdownSummary {
  /** The lowest drawdown, 0 or below. */
  readonly deepest: number;
  readonly sumOfSquares: number;
  /** Maximal runs of bars below the peak, and the sum of their minima. */
  readonly episodes: number;
  readonly depths: number;
  readonly longestBars: number;
  readonly longestMs: number;
}

/** One pass over the curve, episode by episode; one that is open at the end counts. No drawdown before equity is positive. */
export function drawdownSummary(ts: Float64Array, equity: Float64Array): DrawdownSummary {
  const n = equity.length;
  let deepest = 0;
  let sumOfSquares = 0;
  let episodes = 0;
  let depths = 0;
  let longestBars = 0;
  let longestMs = 0;
  let peak = 0;
  for (let t = 0; t < n; t++) {
    if (!(equity[t]! < peak)) {
      peak = equity[t]!;
      continue;
    }
    if (peak === 0) continue;
    const first = t;
    let lowest = 0;
    for (; t < n && equity[t]! < peak; t++) {
      const drawdown = equity[t]! / peak - 1;
      sumOfSquares += drawdown * drawdown;
      if (drawdown < lowest) lowest = drawdown;
    }
    t--; // the last bar below
    episodes++;
    depths += lowest;
    deepest = Math.min(deepest, lowest);
    longestBars = Math.max(longestBars, t - first + 1);
    longestMs = Math.max(longestMs, ts[t]! - ts[first - 1]!);
  }
  return { deepest, sumOfSquares, episodes, depths, longestBars, longestMs };
}
