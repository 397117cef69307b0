import type { Attribution } from '@projecta/engine';
import { formatNumber, NO_VALUE } from '../format/format-number.js';
import { formatSignedCash } from '../format/format-cash.js';
import { html, type Markup } from '../html.js';
import { type WaterfallStep, waterfallSteps } from '../statistics/waterfall-steps.js';

const ROW = 44;

/** The attribution as a table whose last column is the waterfall: each bar begins where the one above it ended. `notional` = all that was traded. */
export function waterfallTable(attribution: Attribution, notional: number): Markup {
  const steps = waterfallSteps(attribution);
  const ends = steps.flatMap(({ from, to }) => [from, to]);
  const low = ends.reduce((a, b) => Math.min(a, b), 0);
  const high = ends.reduce((a, b) => Math.max(a, b), 0);
  const span = high > low ? high - low : 1;
  const percent = (value: number): number => Number((((value - low) / span) * 100).toFixed(2));
  const rows = steps.map(
    (step, i) =>
      html`<tr class="${step.kind}">
        <th scope="row">${step.title}<small>${step.explanation}</small></th>
        <td class="n">${formatSignedCash(step.amount)}</td>
        <td class="n">${bps(step.amount, notional)}</td>
        <td class="fall" aria-hidden="true">${bar(step, steps[i + 1], percent)}</td>
      </tr>`,
  );
  return html`<table class="waterfall">
    <caption>
      <strong>Attribution of P&amp;L</strong>
      in the quote currency. The rows from ideal to net add up exactly; bps are of the ${formatNumber(notional, 0)} traded.
    </caption>
    <thead>
      <tr>
        <th scope="col">Component</th>
        <th scope="col" class="n">Amount</th>
        <th scope="col" class="n">bps</th>
        <th scope="col" class="fall"><span class="hidden">Waterfall</span></th>
      </tr>
    </thead>
    <tbody>
      ${rows}
    </tbody>
  </table>`;
}

function bps(amount: number, notional: number): string {
  return notional > 0 ? formatNumber((amount / notional) * 1e4, 1) : NO_VALUE;
}

function bar({ from, to, kind, amount }: WaterfallStep, next: WaterfallStep | undefined, percent: (value: number) => number): Markup {
  const left = percent(Math.min(from, to));
  const width = Number((percent(Math.max(from, to)) - left).toFixed(2));
  const end = percent(to);
  const tone = kind === 'total' ? 'total' : amount < 0 ? 'took' : 'gave';
  const link = next === undefined ? null : html`<line class="link" x1="${end}%" x2="${end}%" y1="${ROW - 10}" y2="${ROW + 10}" />`;
  const edge =
    width === 0
      ? html`<line class="${tone}" x1="${end}%" x2="${end}%" y1="10" y2="${ROW - 10}" />`
      : html`<rect class="${tone}" x="${left}%" y="10" width="${width}%" height="${ROW - 20}" />`;
  const zero = html`<line class="zero" x1="${percent(0)}%" x2="${percent(0)}%" y2="${ROW}" />`;
  return html`<svg width="100%" height="${ROW}">${zero}${link}${edge}</svg>`;
}
