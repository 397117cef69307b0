const DAY_MS = 86_400_000;
const WEEK_MS = 7 * DAY_MS;

export interface Annualization {
  /** Open times of the run's bars, epoch ms, ascending. */
  readonly ts: Float64Array;
  readonly timeframeMs: number;
  readonly isWeekly: boolean;
  /** `metrics.annualization` of the config. */
  readonly annualization: 'auto' | number;
}

/**
 * Bars per year for annualising, and whether `auto` decided it from less than a week of bars (warning ANNUALIZATION_GUESSED).
 * auto: 1w 52; daily 365 if a bar opens on a Saturday (UTC), else 252; intraday the median number of bars of the days that have bars, times the same.
 */
export function periodsPerYear({ ts, timeframeMs, isWeekly, annualization }: Annualization): { value: number; guessed: boolean } {
  if (annualization !== 'auto') return { value: annualization, guessed: false };
  if (isWeekly) return { value: 52, guessed: false };
  const { counts, hasSaturday } = barsByDay(ts);
  const daysPerYear = hasSaturday ? 365 : 252;
  const span = ts.length === 0 ? 0 : ts[ts.length - 1]! + timeframeMs - ts[0]!;
  return { value: timeframeMs >= DAY_MS ? daysPerYear : median(counts) * daysPerYear, guessed: span < WEEK_MS };
}

/** How many bars each UTC day has that has any. */
function barsByDay(ts: Float64Array): { counts: number[]; hasSaturday: boolean } {
  const counts: number[] = [];
  let hasSaturday = false;
  for (let t = 0; t < ts.length;) {
    const day = Math.floor(ts[t]! / DAY_MS);
    hasSaturday ||= isSaturday(day);
    const first = t;
    const end = (day + 1) * DAY_MS;
    while (t < ts.length && ts[t]! < end) t++;
    counts.push(t - first);
  }
  return { counts, hasSaturday };
}

/** Day 0, 1970-01-01, was a Thursday. */
function isSaturday(day: number): boolean {
  return (((day - 2) % 7) + 7) % 7 === 0;
}

function median(counts: number[]): number {
  if (counts.length === 0) return 1;
  counts.sort((a, b) => a - b);
  const middle = counts.length >> 1;
  return counts.length % 2 === 1 ? counts[middle]! : (counts[middle - 1]! + counts[middle]!) / 2;
}
