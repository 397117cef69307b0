import { formatShortCash } from '../format/format-cash.js';
import type { Markup } from '../html.js';
import { extremes } from '../scales/extremes.js';
import { linePath } from '../scales/path-data.js';
import { rangeOf } from '../scales/range-of.js';
import { fittingScale, type ValueScale } from '../scales/value-scale.js';
import { type DateAxis, type Ink, plot } from './plot.js';

/** Equity and what it is held against, in cash. */
export interface EquityColumns {
  readonly equity: Float64Array;
  readonly hold: Float64Array;
}

/** Their common axis: logarithmic where one of them moves by a factor of three or more and none meets 0. */
export function equityScale({ equity, hold }: EquityColumns, height: number): ValueScale {
  return fittingScale({ ...rangeOf(equity, hold), height });
}

/** Their lines, the benchmark below. */
export function equityInks({ equity, hold }: EquityColumns, scale: ValueScale): readonly Ink[] {
  return [
    { className: 'hold', data: linePath(hold, extremes(hold), scale) },
    { className: 'equity', data: linePath(equity, extremes(equity), scale) },
  ];
}

/** Equity against buying and holding with the same cash. */
export function equityChart(columns: EquityColumns, dates: DateAxis): Markup {
  const scale = equityScale(columns, 280);
  return plot({
    label: `Equity over ${dates.bars} bars against buy and hold, ${scale.logarithmic ? 'logarithmic' : 'linear'} scale`,
    scale,
    formatTick: (value) => formatShortCash(value, scale.step),
    inks: equityInks(columns, scale),
    dates,
  });
}
