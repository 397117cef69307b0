import { html, type Markup } from '../html.js';
import { niceTicks } from '../scales/nice-ticks.js';
import { polyline, UNITS_A_PIXEL, WIDTH } from '../scales/path-data.js';
import { linearScale } from '../scales/value-scale.js';
import type { Histogram } from '../statistics/histogram.js';
import { formatNumber } from '../format/format-number.js';
import { pixelY, stretched } from './plot.js';

/** A value pointed at in a histogram. */
export interface HistogramMark {
  readonly value: number;
  readonly label: string;
  /** `observed` is drawn strongly, `bound` lightly. */
  readonly kind: 'observed' | 'bound';
}

interface Options {
  readonly label: string;
  readonly formatTick: (value: number, step: number) => string;
  readonly marks?: readonly HistogramMark[];
  /** Expected counts of the bins, as a line to compare with. */
  readonly expected?: readonly number[];
  /** Bins below 0 in another colour than those above. */
  readonly signed?: boolean;
}

const HEIGHT = 190;
/** Room above the bars for the labels of marks, a line each. */
const LINE = 17;

/** Bars of counts over values, with marked values and a curve to compare with. */
export function histogramChart(histogram: Histogram, { label, formatTick, marks = [], expected = [], signed = false }: Options): Markup {
  const { start, step, counts } = histogram;
  const low = marks.reduce((least, { value }) => Math.min(least, value), start);
  const high = marks.reduce((most, { value }) => Math.max(most, value), start + step * counts.length);
  const margin = (high - low) * 0.01;
  const left = low - margin;
  const width = high - low + 2 * margin;
  const percent = (value: number): number => Number((((value - left) / width) * 100).toFixed(2));
  const tallest = counts.concat(expected).reduce((most, count) => Math.max(most, count), 1);
  const scale = linearScale({ low: 0, high: tallest * 1.04, height: HEIGHT, count: 4 });
  const head = marks.length * LINE + (marks.length > 0 ? 6 : 0);
  const x = (value: number): number => Math.round(((value - left) / width) * WIDTH);
  const bars = (wanted: (middle: number) => boolean): string =>
    counts
      .map((count, i) => {
        const middle = start + (i + 0.5) * step;
        if (count === 0 || !wanted(middle)) return '';
        const from = x(start + i * step);
        const to = x(start + (i + 1) * step);
        const gap = Math.max(1, Math.round((to - from) * 0.06));
        return `M${from + gap} ${HEIGHT * UNITS_A_PIXEL}V${Math.round(scale.y(count) * UNITS_A_PIXEL)}H${to - gap}V${HEIGHT * UNITS_A_PIXEL}z`;
      })
      .join('');
  const curve = polyline(expected.map((count, i) => [x(start + (i + 0.5) * step), Math.round(scale.y(count) * UNITS_A_PIXEL)] as const));
  const inks = signed
    ? [
        { className: 'bar below', data: bars((middle) => middle < 0) },
        { className: 'bar above', data: bars((middle) => middle >= 0) },
        { className: 'expected', data: curve },
      ]
    : [
        { className: 'bar', data: bars(() => true) },
        { className: 'expected', data: curve },
      ];
  const countTicks = scale.ticks
    .filter(Number.isInteger)
    .map(
      (tick) =>
        html`<line class="${tick === 0 ? 'grid zero' : 'grid'}" x2="100%" y1="${pixelY(scale, tick)}" y2="${pixelY(scale, tick)}" /><text
            x="100%"
            dx="8"
            y="${pixelY(scale, tick)}"
            dy=".32em"
            >${formatNumber(tick, 0)}</text
          >`,
    );
  const names = (count: number, className: string): Markup =>
    html`<g class="${className}">${valueNames({ low, high, count, step }, percent, formatTick)}</g>`;
  const pointers = marks.map(({ value, label: name, kind }, i) => {
    const at = percent(value);
    const side = at > 50 ? 'end' : 'start';
    return html`<line class="${kind}" x1="${at}%" x2="${at}%" y1="${i * LINE + 4 - head}" y2="${HEIGHT}" /><text
        class="${kind}"
        x="${at}%"
        dx="${side === 'end' ? -6 : 6}"
        y="${i * LINE + 14 - head}"
        text-anchor="${side}"
        >${name}</text
      >`;
  });
  return html`<svg class="plot" role="img" aria-label="${label}" width="100%" height="${HEIGHT + head + 24}">
    <svg class="open" y="${head}" width="100%" height="${HEIGHT + 24}">
      ${countTicks}${stretched(HEIGHT, inks)}${names(7, 'wide')}${names(4, 'narrow')}${pointers}
    </svg>
  </svg>`;
}

interface Axis {
  readonly low: number;
  readonly high: number;
  readonly count: number;
  readonly step: number;
}

function valueNames({ low, high, count, step }: Axis, percent: (value: number) => number, formatTick: Options['formatTick']): Markup[] {
  const ticks = niceTicks(low, high, count);
  const apart = ticks.length > 1 ? ticks[1]! - ticks[0]! : step;
  return ticks.map(
    (tick) => html`<text x="${percent(tick)}%" y="${HEIGHT + 17}" text-anchor="${anchor(percent(tick))}">${formatTick(tick, apart)}</text>`,
  );
}

function anchor(percent: number): string {
  if (percent < 4) return 'start';
  return percent > 96 ? 'end' : 'middle';
}
