/** One stretch below the highest equity so far. Bar indices. */
export interface DrawdownEpisode {
  /** The last bar at the peak. */
  readonly peak: number;
  readonly trough: number;
  /** The first bar back at the peak; null while it has not come. */
  readonly recovery: number | null;
  /** Fraction, below 0. */
  readonly depth: number;
}

/** The deepest episodes of Drawdown < 0, deepest first; of equal ones the earlier first. */
export function worstDrawdowns(drawdown: Float64Array, most: number): readonly DrawdownEpisode[] {
  const worst: DrawdownEpisode[] = [];
  let start = -1;
  let trough = -1;
  for (let t = 0; t <= drawdown.length; t++) {
    const below = t < drawdown.length && drawdown[t]! < 0;
    if (below) {
      if (start < 0) start = trough = t;
      if (drawdown[t]! < drawdown[trough]!) trough = t;
      continue;
    }
    if (start < 0) continue;
    keep(worst, { peak: Math.max(0, start - 1), trough, recovery: t < drawdown.length ? t : null, depth: drawdown[trough]! }, most);
    start = -1;
  }
  return worst;
}

function keep(worst: DrawdownEpisode[], episode: DrawdownEpisode, most: number): void {
  if (worst.length === most && episode.depth >= worst[most - 1]!.depth) return;
  const at = worst.findIndex(({ depth }) => episode.depth < depth);
  worst.splice(at < 0 ? worst.length : at, 0, episode);
  if (worst.length > most) worst.pop();
}
