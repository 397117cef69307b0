import { formatNumber, formatSignificant, NO_VALUE } from '../format/format-number.js';
import { html, type Markup } from '../html.js';

/** Shown elsewhere in a method's panel. */
const TOLD = new Set(['verdict', 'null_hypothesis']);

const MOST_FACTS = 120;

/** Everything else in a method's summary, as it is called there: the settings first, then what is nested in it by path. Null when nothing is left. */
export function factTable(name: string, summary: Readonly<Record<string, unknown>>): Markup | null {
  const facts = flatten(summary, '').filter(([path]) => !TOLD.has(path));
  if (facts.length === 0) return null;
  const rows = facts.slice(0, MOST_FACTS).map(
    ([path, value]) =>
      html`<tr>
        <th scope="row"><code>${path}</code></th>
        <td>${value}</td>
      </tr>`,
  );
  const more = facts.length > MOST_FACTS ? `, the first ${MOST_FACTS} of ${formatNumber(facts.length, 0)}` : '';
  return html`<details>
    <summary>All numbers and settings</summary>
    <div class="scroll">
      <table class="facts">
        <caption>
          validation_summary.json, ${name}${more}
        </caption>
        <tbody>
          ${rows}
        </tbody>
      </table>
    </div>
  </details>`;
}

function flatten(value: unknown, path: string): readonly (readonly [string, string])[] {
  if (Array.isArray(value)) return value.flatMap((one, i) => flatten(one, `${path}[${i}]`));
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, one]) => flatten(one, path === '' ? key : `${path}.${key}`));
  return [[path, text(value)]];
}

function text(value: unknown): string {
  if (typeof value !== 'number') return value === null || value === undefined ? NO_VALUE : String(value);
  return Number.isInteger(value) ? formatNumber(value, 0).replaceAll(',', '\u202f') : formatSignificant(value, 6);
}
