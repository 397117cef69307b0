import { barPercent, UNITS_A_PIXEL, WIDTH } from '../scales/path-data.js';
import type { DateTick } from '../scales/date-ticks.js';
import type { ValueScale } from '../scales/value-scale.js';
import { html, type Markup, trusted } from '../html.js';

/** A path of a plot: data in path units, drawn by its class. */
export interface Ink {
  readonly className: string;
  readonly data: string;
}

/** The dates under a plot: many for a wide page, few for a phone. */
export interface DateAxis {
  readonly bars: number;
  readonly wide: readonly DateTick[];
  readonly narrow: readonly DateTick[];
}

interface Plot {
  /** What a reader who cannot see it is told. */
  readonly label: string;
  readonly scale: ValueScale;
  readonly formatTick: (value: number) => string;
  readonly inks: readonly Ink[];
  readonly dates: DateAxis;
  /** Absent: dates are named under the plot. */
  readonly hideDates?: boolean;
  /** Signs that keep their shape, over the lines. */
  readonly marks?: Markup;
}

/** Room under a plot for its dates, pixels. */
const DATES_HEIGHT = 22;

/**
 * A plot over the bars: as wide as its place, text and marks at their own size at any width.
 * Paths are stretched by an inner svg; all else stands in per cent across and pixels down.
 */
export function plot({ label, scale, formatTick, inks, dates, hideDates = false, marks }: Plot): Markup {
  const height = scale.height + (hideDates ? 2 : DATES_HEIGHT);
  return html`<svg class="plot" role="img" aria-label="${label}" width="100%" height="${height}" data-h="${scale.height}">
    ${valueAxis(scale, formatTick)}${dateAxis(dates.bars, {
      height: scale.height,
      ticks: dates.wide,
      className: 'wide',
      hideDates,
    })}${dateAxis(dates.bars, { height: scale.height, ticks: dates.narrow, className: 'narrow', hideDates })}${stretched(scale.height, inks)}${marks}
  </svg>`;
}

/** Paths stretched to the width of their place. */
export function stretched(height: number, inks: readonly Ink[]): Markup {
  const paths = inks
    .filter(({ data }) => data !== '')
    .map(({ className, data }) => html`<path class="${className}" d="${trusted(data)}" />`);
  return html`<svg class="ink" width="100%" height="${height}" viewBox="0 0 ${WIDTH} ${height * UNITS_A_PIXEL}" preserveAspectRatio="none">
    ${paths}
  </svg>`;
}

/** A value's y in a plot, pixels to a tenth, moved down by some. */
export function pixelY(scale: ValueScale, value: number, down = 0): number {
  return Number((scale.y(value) + down).toFixed(1));
}

function valueAxis(scale: ValueScale, formatTick: (value: number) => string): Markup {
  const ticks = scale.ticks.map((tick) => {
    const y = pixelY(scale, tick);
    return html`<line class="${tick === 0 ? 'grid zero' : 'grid'}" x2="100%" y1="${y}" y2="${y}" /><text x="100%" dx="8" y="${y}" dy=".32em"
        >${formatTick(tick)}</text
      >`;
  });
  return html`<g class="values">${ticks}</g>`;
}

interface Dates {
  readonly height: number;
  readonly ticks: readonly DateTick[];
  readonly className: string;
  readonly hideDates: boolean;
}

function dateAxis(bars: number, { height, ticks, className, hideDates }: Dates): Markup {
  const marks = ticks.map(({ t, label }) => {
    const x = barPercent(t, bars);
    const line = html`<line class="date" x1="${x}" x2="${x}" y2="${height}" />`;
    return hideDates ? line : html`${line}<text x="${x}" y="${height + 16}" text-anchor="${labelAnchor(t, bars)}">${label}</text>`;
  });
  return html`<g class="${className}">${marks}</g>`;
}

/** Labels near an end lean inwards. */
export function labelAnchor(t: number, bars: number): string {
  if (t < bars * 0.02) return 'start';
  return t > bars * 0.98 ? 'end' : 'middle';
}
