import { inStretches } from '@projecta/numeric';

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

/** What a walk along the curve carries, in an array of doubles: in an object they would be boxed at every change (3 × as slow). */
const AT = { peak: 0, peakBar: 1, lowest: 2, sumOfSquares: 3, deepest: 4, episodes: 5, depths: 6, longestBars: 7, longestMs: 8 } as const;

/** One pass over the curve; an episode that is open at the end counts. No drawdown before equity is positive. */
export function drawdownSummary(ts: Float64Array, equity: Float64Array): DrawdownSummary {
  const walk = new Float64Array(9);
  inStretches(0, equity.length, (from, to) => follow(walk, ts, equity, from, to));
  if (walk[AT.lowest]! < 0) endEpisode(walk, ts, equity.length);
  return {
    deepest: walk[AT.deepest]!,
    sumOfSquares: walk[AT.sumOfSquares]!,
    episodes: walk[AT.episodes]!,
    depths: walk[AT.depths]!,
    longestBars: walk[AT.longestBars]!,
    longestMs: walk[AT.longestMs]!,
  };
}

function follow(walk: Float64Array, ts: Float64Array, equity: Float64Array, from: number, to: number): void {
  let peak = walk[AT.peak]!;
  let lowest = walk[AT.lowest]!; // drawdown since the peak
  let sumOfSquares = walk[AT.sumOfSquares]!;
  for (let t = from; t < to; t++) {
    const current = equity[t]!;
    if (current < peak) {
      if (peak === 0) continue; // no equity above 0 yet
      const drawdown = current / peak - 1;
      sumOfSquares += drawdown * drawdown;
      if (drawdown < lowest) lowest = drawdown;
    } else if (current > 0) {
      if (lowest < 0) {
        walk[AT.lowest] = lowest;
        endEpisode(walk, ts, t);
        lowest = 0;
      }
      peak = current;
      walk[AT.peakBar] = t;
    }
  }
  walk[AT.peak] = peak;
  walk[AT.lowest] = lowest;
  walk[AT.sumOfSquares] = sumOfSquares;
}

/** Closes the episode whose last bar is the one before `end`. */
function endEpisode(walk: Float64Array, ts: Float64Array, end: number): void {
  const lowest = walk[AT.lowest]!;
  const peakBar = walk[AT.peakBar]!;
  walk[AT.episodes]!++;
  walk[AT.depths]! += lowest;
  walk[AT.deepest] = Math.min(walk[AT.deepest]!, lowest);
  walk[AT.longestBars] = Math.max(walk[AT.longestBars]!, end - 1 - peakBar);
  walk[AT.longestMs] = Math.max(walk[AT.longestMs]!, ts[end - 1]! - ts[peakBar]!);
}
