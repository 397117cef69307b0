import { barPercent } from '../scales/path-data.js';
import { html, type Markup } from '../html.js';
import { type DateAxis, labelAnchor } from './plot.js';

const MOST_CUTS = 200;

/** Where along the bars the decisions were recomputed without what came after. */
export function cutStrip(cuts: readonly number[], dates: DateAxis): Markup {
  const { bars } = dates;
  const every = Math.max(1, Math.ceil(cuts.length / MOST_CUTS));
  const last = cuts.reduce((a, b) => Math.max(a, b), 0);
  const marks = cuts
    .filter((_, i) => i % every === 0)
    .map((cut) => html`<line class="cut" x1="${barPercent(cut, bars)}" x2="${barPercent(cut, bars)}" y1="4" y2="24" />`);
  const names = (ticks: DateAxis['wide'], className: string): Markup =>
    html`<g class="${className}"
      >${ticks.map(({ t, label }) => html`<text x="${barPercent(t, bars)}" y="42" text-anchor="${labelAnchor(t, bars)}">${label}</text>`)}</g
    >`;
  return html`<svg
    class="plot strip"
    role="img"
    aria-label="${cuts.length} cuts along ${bars} bars, the last after bar ${last}"
    width="100%"
    height="48"
  >
    <rect class="track" y="12" width="100%" height="4" />
    ${marks}${names(dates.wide, 'wide')}${names(dates.narrow, 'narrow')}
  </svg>`;
}
