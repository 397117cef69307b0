import { html, type Markup } from '../html.js';
import { rangeOf } from '../scales/range-of.js';
import { linearScale } from '../scales/value-scale.js';
import { pixelY } from './plot.js';

interface Options {
  readonly label: string;
  readonly formatTick: (value: number, step: number) => string;
}

const HEIGHT = 170;
const MOST_NAMES = 24;

/** A pair of bars a fold, in and out of sample, from 0 up or down; none where a value does not exist. */
export function foldBars(pairs: readonly (readonly [number | null, number | null])[], { label, formatTick }: Options): Markup {
  const values = pairs.flatMap((pair) => pair.filter((value) => value !== null));
  const range = rangeOf(values, [0]);
  const pad = (range.high - range.low || 1) * 0.06;
  const scale = linearScale({ low: range.low - pad, high: range.high + pad, height: HEIGHT, count: 4 });
  const zero = pixelY(scale, 0);
  const bar = (value: number | null, i: number, [className, left]: readonly [string, number]): Markup | null => {
    if (value === null) return null;
    const y = pixelY(scale, value);
    const height = Math.max(1, Math.abs(y - zero));
    const x = ((i + left) / pairs.length) * 100;
    return html`<rect
      class="${className}"
      x="${x.toFixed(2)}%"
      width="${(30 / pairs.length).toFixed(2)}%"
      y="${Math.min(y, zero).toFixed(1)}"
      height="${height.toFixed(1)}"
    />`;
  };
  const ticks = scale.ticks.map((tick) => {
    const y = pixelY(scale, tick);
    return html`<line class="${tick === 0 ? 'grid zero' : 'grid'}" x2="100%" y1="${y}" y2="${y}" /><text x="100%" dx="8" y="${y}" dy=".32em"
        >${formatTick(tick, scale.step)}</text
      >`;
  });
  const every = Math.ceil(pairs.length / MOST_NAMES);
  const folds = pairs.map(([inSample, outOfSample], i) => {
    const middle = (((i + 0.5) / pairs.length) * 100).toFixed(2);
    const name = i % every === 0 ? html`<text x="${middle}%" y="${HEIGHT + 16}" text-anchor="middle">${i + 1}</text>` : null;
    return html`${bar(inSample, i, ['train', 0.19])}${bar(outOfSample, i, ['test', 0.51])}${name}`;
  });
  return html`<svg class="plot folds" role="img" aria-label="${label}" width="100%" height="${HEIGHT + 22}">${ticks}${folds}</svg>`;
}
