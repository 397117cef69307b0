import { html, type Markup } from '../html.js';
import { UNITS_A_PIXEL, WIDTH } from '../scales/path-data.js';
import { fittingScale, linearScale, paddedRange, type ValueScale } from '../scales/value-scale.js';
import { rangeOf } from '../scales/range-of.js';
import { pixelY, stretched } from './plot.js';

/** A column that points lie along. */
export interface PointAxis {
  readonly name: string;
  readonly values: Float64Array;
  readonly formatTick: (value: number, step: number) => string;
  readonly scale: 'linear' | 'log';
}

interface Scatter {
  readonly label: string;
  readonly across: PointAxis;
  readonly up: PointAxis;
  /** By point; 0 for one that is not drawn, else its class of colour. */
  readonly classes: Uint8Array;
  readonly best: number;
}

const HEIGHT = 380;
const FOOT = 40;

/** Where points lie in a scatter plot: shares of its width from the left and of its height from the top. */
export function pointPlaces({ across, up }: Pick<Scatter, 'across' | 'up'>): { readonly x: Float64Array; readonly y: Float64Array } {
  const x = scaleOf(across, 1);
  const y = scaleOf(up, 1);
  return { x: across.values.map((value) => 1 - x.y(value)), y: up.values.map((value) => y.y(value)) };
}

/** Points over two axes, one path a colour: a dot is a line without length, so that it stays round however the plot is stretched. */
export function scatterPlot({ label, across, up, classes, best }: Scatter): Markup {
  const y = scaleOf(up, HEIGHT);
  const x = scaleOf(across, 100);
  const right = (value: number): number => 100 - x.y(value);
  const data = new Map<number, string[]>();
  for (let i = 0; i < classes.length; i++) {
    if (classes[i] === 0) continue;
    const dot = `M${Math.round((right(across.values[i]!) / 100) * WIDTH)} ${Math.round(y.y(up.values[i]!) * UNITS_A_PIXEL)}h0`;
    const dots = data.get(classes[i]!);
    if (dots) dots.push(dot);
    else data.set(classes[i]!, [dot]);
  }
  const inks = [...data].sort(([a], [b]) => a - b).map(([level, dots]) => ({ className: `dots h${level}`, data: dots.join('') }));
  const rules = y.ticks.map((tick) => {
    const at = pixelY(y, tick);
    return html`<line class="grid" x2="100%" y1="${at}" y2="${at}" /><text x="100%" dx="8" y="${at}" dy=".32em"
        >${up.formatTick(tick, y.step)}</text
      >`;
  });
  const names = (every: number, className: string): Markup =>
    html`<g class="${className}"
      >${x.ticks
        .filter((_, i) => i % every === 0)
        .map(
          (tick) =>
            html`<text x="${Number(right(tick).toFixed(2))}%" y="${HEIGHT + 16}" text-anchor="middle"
              >${across.formatTick(tick, x.step)}</text
            >`,
        )}</g
    >`;
  const bestX = Number(right(across.values[best]!).toFixed(2));
  return html`<svg class="plot map" role="img" aria-label="${label}" width="100%" height="${HEIGHT + FOOT}">
    ${rules}${stretched(HEIGHT, inks)}${names(1, 'wide')}${names(2, 'narrow')}
    <circle class="best" cx="${bestX}%" cy="${pixelY(y, up.values[best]!)}" r="6.5" />
    <text class="axis" x="50%" y="${HEIGHT + 34}" text-anchor="middle">${across.name}</text>
  </svg>`;
}

function scaleOf({ values, scale }: PointAxis, height: number): ValueScale {
  const { low, high } = rangeOf(values);
  return scale === 'log' ? fittingScale({ low, high, height, ratio: 1 }) : linearScale({ ...paddedRange(low, high), height, count: 8 });
}
