import { decimalsFor } from '../format/format-cash.js';
import { formatPercent } from '../format/format-percent.js';
import type { Markup } from '../html.js';
import { extremes } from '../scales/extremes.js';
import { areaPath, linePath } from '../scales/path-data.js';
import { rangeOf } from '../scales/range-of.js';
import { linearScale, type ValueScale } from '../scales/value-scale.js';
import { type DateAxis, type Ink, plot } from './plot.js';

/** From 0 at the top to a little below the deepest. */
export function drawdownScale(drawdown: Float64Array, height: number): ValueScale {
  const { low } = rangeOf(drawdown);
  return linearScale({ low: low < 0 ? low * 1.06 : -0.01, high: 0, height, count: 4 });
}

/** The area under the peak and its edge. */
export function drawdownInks(drawdown: Float64Array, scale: ValueScale): readonly Ink[] {
  const at = extremes(drawdown);
  return [
    { className: 'under', data: areaPath(drawdown, at, { scale, level: 0 }) },
    { className: 'depth', data: linePath(drawdown, at, scale) },
  ];
}

/** How far equity lies below its highest so far. */
export function drawdownChart(drawdown: Float64Array, dates: DateAxis): Markup {
  const scale = drawdownScale(drawdown, 130);
  const decimals = decimalsFor(scale.step * 100);
  return plot({
    label: `Drawdown over ${dates.bars} bars, deepest ${formatPercent(rangeOf(drawdown).low)}`,
    scale,
    formatTick: (value) => formatPercent(value, decimals),
    inks: drawdownInks(drawdown, scale),
    dates,
  });
}
