import type { SkippedPoints } from '@projecta/engine';
import { formatNumber } from '../format/format-number.js';
import { html, type Markup } from '../html.js';
import { pointText } from './sweep-view.js';

/** Why combinations were skipped; null when none was. */
export function skippedTable({ count, reasons }: SkippedPoints): Markup | null {
  if (count === 0) return null;
  const rows = reasons.map(
    ({ path, code, count: of, message, params }) =>
      html`<tr>
        <td class="n">${formatNumber(of, 0)}</td>
        <td><code>${code}</code></td>
        <td class="words">${path} ${message}</td>
        <td class="words">${pointText(params)}</td>
      </tr>`,
  );
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Skipped combinations">
    <table>
      <caption>
        <strong>Skipped</strong>
        ${formatNumber(count, 0)} combinations whose own run would be refused, by reason; one may have several
      </caption>
      <thead>
        <tr>
          <th scope="col" class="n">Combinations</th>
          <th scope="col">Code</th>
          <th scope="col">What is wrong with the first</th>
          <th scope="col">Its values</th>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`;
}
