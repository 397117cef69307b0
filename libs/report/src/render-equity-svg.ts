import type { RunResult } from '@projecta/engine';
import { CHART_STYLE } from './assets/chart-style.js';
import { PICTURE_TOKENS } from './assets/tokens.js';
import { drawdownInks, drawdownScale } from './charts/drawdown-chart.js';
import { equityInks, equityScale } from './charts/equity-chart.js';
import { plot } from './charts/plot.js';
import { runAxis } from './charts/run-axis.js';
import { decimalsFor, formatShortCash } from './format/format-cash.js';
import { formatPercent, formatSignedPercent } from './format/format-percent.js';
import { html, trusted } from './html.js';
import { runView } from './run-view.js';

const WIDTH = 960;
const HEIGHT = 520;
const LEFT = 28;
/** Plots end here; the names of their values stand to the right. */
const PLOT_WIDTH = WIDTH - LEFT - 76;

const FONT = 'font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif';

/** Equity against buy and hold over drawdown, as a picture that stands alone: equity.svg. Same run, same bytes. */
export function renderEquitySvg(run: RunResult): string {
  const { hold, bars, timeOf } = runView(run);
  const { equity, drawdown } = run.equity;
  const dates = runAxis(run.candles.ts);
  const upper = equityScale({ equity, hold }, 270);
  const lower = drawdownScale(drawdown, 90);
  const decimals = decimalsFor(lower.step * 100);
  const { symbol, timeframe, strategy } = run.config;
  const { total_return: made, buy_and_hold_return: held } = run.metrics;
  const title = `${symbol} ${timeframe}, ${strategy.name}: equity against buy and hold`;
  const top = plot({
    label: 'Equity against buy and hold',
    scale: upper,
    formatTick: (value) => formatShortCash(value, upper.step),
    inks: equityInks({ equity, hold }, upper),
    dates,
    hideDates: true,
  });
  const bottom = plot({
    label: 'Drawdown',
    scale: lower,
    formatTick: (value) => formatPercent(value, decimals),
    inks: drawdownInks(drawdown, lower),
    dates,
  });
  const percent = (value: number | null): string => (value === null ? '' : ` ${formatSignedPercent(value, 1)}`);
  return html`<svg
    xmlns="http://www.w3.org/2000/svg"
    viewBox="0 0 ${WIDTH} ${HEIGHT}"
    width="${WIDTH}"
    height="${HEIGHT}"
    role="img"
    aria-labelledby="title desc"
    style="${FONT}"
  >
    <title id="title">${title}</title>
    <desc id="desc">${timeOf(0)} to ${timeOf(bars - 1)}, ${bars} bars. Strategy${percent(made)}, buy and hold${percent(held)}.</desc>
    <style>
      ${trusted(PICTURE_TOKENS + CHART_STYLE + PICTURE_STYLE)}
    </style>
    <rect class="sheet" width="100%" height="100%" />
    <text class="title" x="${LEFT}" y="36">${clipped(`${symbol} ${timeframe} · ${strategy.name}`, 64)}</text>
    <text class="small" x="${LEFT}" y="57">${timeOf(0)} to ${timeOf(bars - 1)}${upper.logarithmic ? ', logarithmic scale' : ''}</text>
    <g class="keys">
      <line class="equity" x1="560" x2="580" y1="52.5" y2="52.5" />
      <text class="small" x="587" y="57">Strategy${percent(made)}</text>
      <line class="hold" x1="738" x2="758" y1="52.5" y2="52.5" />
      <text class="small" x="765" y="57">Buy and hold${percent(held)}</text>
    </g>
    <svg x="${LEFT}" y="76" width="${PLOT_WIDTH}" height="280" class="open">${top}</svg>
    <text class="small" x="${LEFT}" y="374">Drawdown</text>
    <svg x="${LEFT}" y="386" width="${PLOT_WIDTH}" height="120" class="open">${bottom}</svg>
  </svg> `.markup;
}

const PICTURE_STYLE = `
.sheet{fill:var(--paper)}
.title{fill:var(--ink);font-size:20px;font-weight:650}
.small{fill:var(--soft);font-size:13px}
.keys line{stroke-width:2}
.keys .equity{stroke:var(--blue)}
.keys .hold{stroke:var(--hold)}
`;

function clipped(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}
