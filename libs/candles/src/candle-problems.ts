import { quote, type Problem } from '@projecta/errors';
import { formatInstant, isInstant } from './format-instant.js';
import type { Candles, PriceColumn } from './candles.js';

/** How many problems a message lists; all are counted. */
export const MAX_LISTED = 20;

const TWO_53 = 9007199254740992;

// Named once: where globals are intercepted (a vm context, as under Jest) `Infinity` and `Math.` cost some 0.3 µs a bar each.
const LARGEST = Number.MAX_VALUE;
const { floor } = Math;

/** One row's violation, before anyone says how rows are named. */
export interface RowProblem {
  readonly t: number;
  readonly column: PriceColumn;
  /** Quotes the value and says what is needed. */
  readonly text: string;
}

/** The first MAX_LISTED violations of the candle rules in row order, and how many there are. Columns must be of one length. */
export function candleProblems(candles: Candles): { listed: RowProblem[]; total: number } {
  const { ts, open, high, low, close, volume, vwap } = candles;
  const listed: RowProblem[] = [];
  let total = 0;
  let previous = -TWO_53;
  for (let t = 0; t < ts.length; t++) {
    const o = open[t]!;
    const h = high[t]!;
    const l = low[t]!;
    const c = close[t]!;
    // 0 < low <= o, c <= high <= LARGEST bounds all four; comparisons with NaN are false
    const soundPrices = l > 0 && l <= o && l <= c && h >= o && h >= c && h <= LARGEST;
    const soundTime = ts[t]! > previous && ts[t]! < TWO_53 && ts[t] === floor(ts[t]!);
    const soundVolume = volume === undefined || (volume[t]! >= 0 && volume[t]! <= LARGEST);
    const soundVwap = vwap === undefined || (vwap[t]! > 0 && vwap[t]! <= LARGEST);
    previous = ts[t]!;
    if (soundPrices && soundTime && soundVolume && soundVwap) continue;
    const found = rowProblems(candles, t);
    total += found.length;
    if (listed.length < MAX_LISTED) listed.push(...found.slice(0, MAX_LISTED - listed.length));
  }
  return { listed, total };
}

/** `Problem`s of DATA_INVALID, each message beginning with the source and the place of its row. */
export function namedProblems(
  problems: readonly RowProblem[],
  source: string,
  place: (t: number) => { text: string; pointer: string },
): Problem[] {
  return problems.map(({ t, column, text }) => {
    const { text: where, pointer } = place(t);
    return { path: `${pointer}/${column}`, code: 'DATA_INVALID', message: `${source}: ${where}, column ${column}: ${text}` };
  });
}

function rowProblems({ ts, open, high, low, close, volume, vwap }: Candles, t: number): RowProblem[] {
  const found: RowProblem[] = [];
  const add = (column: PriceColumn, text: string): void => void found.push({ t, column, text });
  const time = ts[t]!;
  if (!Number.isInteger(time) || Math.abs(time) >= TWO_53) add('ts', `${quote(time)} is not a whole number of milliseconds below 2^53.`);
  else if (t > 0 && !(time > ts[t - 1]!))
    add('ts', `${instant(time)} is not later than the row before it, ${instant(ts[t - 1]!)}. Times must strictly increase.`);
  const prices = { open: open[t]!, high: high[t]!, low: low[t]!, close: close[t]! };
  const unsound = (['open', 'high', 'low', 'close'] as const).filter((column) => !(prices[column] > 0 && prices[column] < Infinity));
  for (const column of unsound) add(column, `${quote(prices[column])} is not a finite price above 0.`);
  if (unsound.length === 0) {
    const { open: o, high: h, low: l, close: c } = prices;
    if (h < Math.max(o, c)) add('high', `${quote(h)} is below ${o >= c ? 'open' : 'close'} ${quote(Math.max(o, c))}.`);
    if (l > Math.min(o, c)) add('low', `${quote(l)} is above ${o <= c ? 'open' : 'close'} ${quote(Math.min(o, c))}.`);
  }
  if (volume && !(volume[t]! >= 0 && volume[t]! < Infinity)) add('volume', `${quote(volume[t]!)} is not a finite number from 0 up.`);
  if (vwap && !(vwap[t]! > 0 && vwap[t]! < Infinity)) add('vwap', `${quote(vwap[t]!)} is not a finite price above 0.`);
  return found;
}

/** Epoch ms with the date a person can read, where four digits of a year can write it. */
function instant(ms: number): string {
  return isInstant(ms) ? `${ms} (${formatInstant(ms)})` : quote(ms);
}
