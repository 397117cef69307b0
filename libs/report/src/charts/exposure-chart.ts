import { decimalsFor } from '../format/format-cash.js';
import { formatPercent } from '../format/format-percent.js';
import type { Markup } from '../html.js';
import { extremes } from '../scales/extremes.js';
import { steppedAreaPath } from '../scales/path-data.js';
import { rangeOf } from '../scales/range-of.js';
import { linearScale } from '../scales/value-scale.js';
import { type DateAxis, plot } from './plot.js';

/** Beyond this multiple of equity, which only near ruin is reached, the chart is cut. */
export const MOST_EXPOSURE = 10;

/** Position over equity at the close: long above the line, short below. */
export function exposureChart(exposure: Float64Array, dates: DateAxis): Markup {
  const range = rangeOf(exposure);
  const low = Math.max(-MOST_EXPOSURE, Math.min(0, range.low));
  const high = Math.min(MOST_EXPOSURE, Math.max(0, range.high));
  const empty = low === 0 && high === 0;
  const scale = linearScale({ low: low * 1.08, high: empty ? 1 : high * 1.08, height: 72, count: 3 });
  const decimals = decimalsFor(scale.step * 100);
  const long = exposure.map((value) => Math.min(high, Math.max(0, value)));
  const short = exposure.map((value) => Math.max(low, Math.min(0, value)));
  return plot({
    label: `Exposure over ${dates.bars} bars: position over equity, long above 0, short below`,
    scale,
    formatTick: (value) => formatPercent(value, decimals),
    inks: [
      { className: 'went-long', data: high > 0 ? steppedAreaPath(long, extremes(long), { scale, level: 0 }) : '' },
      { className: 'went-short', data: low < 0 ? steppedAreaPath(short, extremes(short), { scale, level: 0 }) : '' },
    ],
    dates,
  });
}
