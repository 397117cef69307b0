import { type Candles, formatInstant, nativeTimeframe, timeframeMs } from '@projecta/candles';
import { type DataSet, dataSetOf } from './data-set.js';

export interface Gap {
  /** Opening times of the bars on both sides. */
  readonly after: string;
  readonly before: string;
  readonly missing_bars: number;
}

/** What one wants to know of candles before backtesting them. */
export interface CandlesProfile extends DataSet {
  /** The longest gaps, longest first. */
  readonly longest_gaps: readonly Gap[];
  /** Bars without volume; null where there is no volume column. */
  readonly zero_volume_bars: number | null;
  readonly lowest_low: number;
  readonly highest_high: number;
  /** The largest move from a close to the next one, as a fraction, and the bar it ends on; null for one bar. */
  readonly largest_move: { readonly at: string; readonly return: number } | null;
  /** Bars whose four prices are equal. */
  readonly flat_bars: number;
}

const MOST_GAPS = 5;

/** Looks through candles. Throws DATA_INVALID where their step is no timeframe. */
export function profileCandles(symbol: string, candles: Candles): CandlesProfile {
  const timeframe = nativeTimeframe(candles);
  const { low, high, open, close, volume } = candles;
  return {
    ...dataSetOf(symbol, timeframe, candles),
    longest_gaps: longestGaps(candles, timeframeMs(timeframe)),
    zero_volume_bars: volume ? count(volume.length, (t) => volume[t] === 0) : null,
    lowest_low: low.reduce((least, value) => Math.min(least, value), Infinity),
    highest_high: high.reduce((most, value) => Math.max(most, value), -Infinity),
    largest_move: largestMove(candles),
    flat_bars: count(open.length, (t) => low[t] === high[t] && open[t] === close[t]),
  };
}

function longestGaps({ ts }: Candles, step: number): Gap[] {
  const gaps: { readonly t: number; readonly length: number }[] = [];
  for (let t = 1; t < ts.length; t++) {
    const length = ts[t]! - ts[t - 1]!;
    if (length > step) gaps.push({ t, length });
  }
  gaps.sort((a, b) => b.length - a.length || a.t - b.t);
  return gaps.slice(0, MOST_GAPS).map(({ t, length }) => ({
    after: formatInstant(ts[t - 1]!),
    before: formatInstant(ts[t]!),
    missing_bars: Math.ceil(length / step) - 1,
  }));
}

function largestMove({ ts, close }: Candles): CandlesProfile['largest_move'] {
  let at = 0;
  let largest = 0;
  for (let t = 1; t < close.length; t++) {
    const move = close[t]! / close[t - 1]! - 1;
    if (at === 0 || Math.abs(move) > Math.abs(largest)) [at, largest] = [t, move];
  }
  return at === 0 ? null : { at: formatInstant(ts[at]!), return: largest };
}

function count(n: number, holds: (t: number) => boolean): number {
  let found = 0;
  for (let t = 0; t < n; t++) if (holds(t)) found++;
  return found;
}
