import type { RunResult } from '@projecta/engine';
import { UNITS_A_PIXEL, WIDTH } from '../scales/path-data.js';
import type { ValueScale } from '../scales/value-scale.js';
import type { Ink } from './plot.js';

/** Half a body's width at most, path units: three bars should not look like three walls. */
const WIDEST_HALF = 70;

/** More bars than this are drawn as a line of closes. */
export const MOST_CANDLES = 160;

/** Candles as three paths: wicks, bodies that rose (hollow) and bodies that fell (filled), so that they differ without colour. */
export function candleInks({ open, high, low, close }: RunResult['candles'], scale: ValueScale): readonly Ink[] {
  const n = close.length;
  const slot = WIDTH / n;
  const half = Math.max(1, Math.round(Math.min(slot * 0.32, WIDEST_HALF)));
  const y = (value: number): number => Math.round(scale.y(value) * UNITS_A_PIXEL);
  let wicks = '';
  let rose = '';
  let fell = '';
  for (let t = 0; t < n; t++) {
    const x = Math.round((t + 0.5) * slot);
    const top = y(Math.max(open[t]!, close[t]!));
    const bottom = y(Math.min(open[t]!, close[t]!));
    wicks += `M${x} ${y(high[t]!)}V${top}M${x} ${bottom}V${y(low[t]!)}`;
    const body = `M${x - half} ${top}h${2 * half}v${bottom - top}h${-2 * half}z`;
    if (close[t]! < open[t]!) fell += body;
    else rose += body;
  }
  return [
    { className: 'wick', data: wicks },
    { className: 'rose', data: rose },
    { className: 'fell', data: fell },
  ];
}
