import { formatNumber, NO_VALUE } from '../format/format-number.js';
import { formatSignedPercent } from '../format/format-percent.js';
import { html, type Markup } from '../html.js';
import { niceStep } from '../scales/nice-ticks.js';
import type { PeriodReturns, PeriodRow } from '../statistics/period-returns.js';

const LEVELS = 5;

/** Returns by calendar period as a table of tinted cells: blue above 0, orange below, stronger with size. Small ones are given in basis points. */
export function heatMapTable(returns: PeriodReturns): Markup {
  const largest = largestOf(returns);
  const unit = largest > 0 && largest < 0.005 ? BASIS_POINTS : PERCENT;
  const full = fullTint(returns);
  const head = returns.columns.map((name) => html`<th scope="col">${name}</th>`);
  const rows = returns.rows.map((row) => rowMarkup(row, unit, full));
  const note = returns.omitted > 0 ? ` The ${returns.omitted} rows before are left out.` : '';
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Returns by calendar period">
      <table class="heat ${returns.kind}">
        <caption>
          <strong>${CAPTIONS[returns.kind]}</strong>
          in ${unit.name}, UTC. “Hold” is the close’s own return.${note}
        </caption>
        <thead>
          <tr>
            <th scope="col">${returns.corner}</th>
            ${head}
            <th scope="col" class="sum">Total</th>
            <th scope="col" class="sum">Hold</th>
          </tr>
        </thead>
        <tbody>
          ${rows}
        </tbody>
      </table>
    </div>
    ${largest > 0 ? legend(full) : null}`;
}

const CAPTIONS = { months: 'Monthly returns', days: 'Daily returns', hours: 'Hourly returns' } as const;

interface Unit {
  readonly name: string;
  readonly factor: number;
  readonly decimals: number;
}

const PERCENT: Unit = { name: 'per cent', factor: 100, decimals: 1 };
const BASIS_POINTS: Unit = { name: 'basis points', factor: 1e4, decimals: 0 };

function rowMarkup({ label, cells, total, hold }: PeriodRow, unit: Unit, full: number): Markup {
  return html`<tr>
    <th scope="row">${label}</th>
    ${cells.map((value) => cell(value, tint(value, full), unit))}${cell(total, 'sum', unit)}${cell(hold, 'sum', unit)}
  </tr>`;
}

/** The whole number stands beside the exact one for narrow pages, where the style sheet shows it instead. */
function cell(value: number | null, className: string, { factor, decimals }: Unit): Markup {
  if (value === null) return className === 'sum' ? html`<td class="sum">${NO_VALUE}</td>` : html`<td></td>`;
  const exact = formatNumber(value * factor, decimals);
  const whole = formatNumber(value * factor, 0);
  return html`<td class="${whole.length > 3 ? `${className} long` : className}" data-r="${whole}">${exact}</td>`;
}

function tint(value: number | null, full: number): string {
  if (value === null || value === 0) return 'z';
  const level = Math.min(LEVELS, Math.max(1, Math.ceil((Math.abs(value) / full) * LEVELS - 1e-9)));
  return `${value > 0 ? 'p' : 'm'}${level}`;
}

/** The strongest tint begins at a round value near the 90th percentile, so that one crash does not bleach the rest. */
function fullTint(returns: PeriodReturns): number {
  const sizes = returns.rows
    .flatMap(({ cells }) => cells)
    .flatMap((value) => (value === null || value === 0 ? [] : [Math.abs(value)]))
    .sort((a, b) => a - b);
  if (sizes.length === 0) return LEVELS * 0.01;
  return niceStep(sizes[Math.ceil((sizes.length - 1) * 0.9)]!, LEVELS) * LEVELS;
}

function largestOf({ rows }: PeriodReturns): number {
  return rows.reduce((most, { cells }) => cells.reduce<number>((m, value) => Math.max(m, Math.abs(value ?? 0)), most), 0);
}

function legend(full: number): Markup {
  const swatches = [-5, -4, -3, -2, -1, 1, 2, 3, 4, 5].map((level) => html`<i class="${level < 0 ? 'm' : 'p'}${Math.abs(level)}"></i>`);
  const end = formatSignedPercent(full * 0.8, full < 0.05 ? 2 : 0);
  return html`<p class="tints" aria-hidden="true">
    <span>below ${formatSignedPercent(-full * 0.8, full < 0.05 ? 2 : 0)}</span>${swatches}<span>above ${end}</span>
  </p>`;
}
