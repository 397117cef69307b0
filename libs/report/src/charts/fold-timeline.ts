import { html, type Markup } from '../html.js';
import { type DateAxis, labelAnchor } from './plot.js';
import { barPercent } from '../scales/path-data.js';

/** Bars from `from` to before `to`. */
export interface BarSpan {
  readonly from: number;
  readonly to: number;
}

interface Windows {
  readonly train: BarSpan;
  readonly test: BarSpan;
}

const MOST_HEIGHT = 300;
const MOST_ROW = 24;

/** The train and test windows of folds on one axis of bars, a row each from the first down. */
export function foldTimeline(folds: readonly Windows[], dates: DateAxis): Markup {
  const { bars } = dates;
  const row = Math.min(MOST_ROW, Math.max(3, MOST_HEIGHT / Math.max(1, folds.length)));
  const height = Math.round(row * folds.length);
  const rect = ({ from, to }: BarSpan, i: number, className: string): Markup =>
    html`<rect
      class="${className}"
      x="${percent(from, bars)}"
      width="${percent(to - from, bars)}"
      y="${(i * row + row * 0.14).toFixed(1)}"
      height="${(row * 0.72).toFixed(1)}"
    />`;
  const every = Math.ceil(16 / row);
  const rows = folds.map(
    ({ train, test }, i) =>
      html`${rect(train, i, 'train')}${rect(test, i, 'test')}${
        i % every === 0 ? html`<text x="100%" dx="8" y="${((i + 0.5) * row).toFixed(1)}" dy=".32em">${i + 1}</text>` : null
      }`,
  );
  const names = (ticks: DateAxis['wide'], className: string): Markup =>
    html`<g class="${className}"
      >${ticks.map(
        ({ t, label }) =>
          html`<line class="date" x1="${barPercent(t, bars)}" x2="${barPercent(t, bars)}" y2="${height}" /><text
              x="${barPercent(t, bars)}"
              y="${height + 16}"
              text-anchor="${labelAnchor(t, bars)}"
              >${label}</text
            >`,
      )}</g
    >`;
  const label = `Train and test windows of ${folds.length} folds over ${bars} bars`;
  return html`<svg class="plot folds" role="img" aria-label="${label}" width="100%" height="${height + 22}">
    ${names(dates.wide, 'wide')}${names(dates.narrow, 'narrow')}${rows}
  </svg>`;
}

function percent(count: number, bars: number): string {
  return `${Number(((count / bars) * 100).toFixed(3))}%`;
}
