import type { NormalizedRandomAxis, SweepValue } from '@projecta/engine';
import { formatNumber } from '../format/format-number.js';
import { html, type Markup } from '../html.js';
import { section } from '../sections/section.js';
import { paramText, type SweepView } from './sweep-view.js';

/** What was searched, to the last default. */
export function searched({ result, objective }: SweepView): Markup {
  const { sweep, lower_is_better, tried } = result;
  const rows = axes(sweep).map(
    ([path, text]) =>
      html`<tr>
        <th scope="row"><code>${path}</code></th>
        <td>${text}</td>
      </tr>`,
  );
  const how = sweep.random
    ? `${formatNumber(tried, 0)} random draws with seed ${sweep.base.seed}`
    : `${formatNumber(tried, 0)} combinations`;
  return section({
    id: 'searched',
    title: 'What was searched',
    lead: `${how}, ranked by “${objective}” (${result.objective}; ${lower_is_better ? 'less' : 'more'} is better). All trials share the market, the clock, the seed and the rest of the base.`,
    body: [
      html`<div class="scroll">
        <table class="facts">
          <caption class="hidden">
            Axes of the search
          </caption>
          <tbody>
            ${rows}
          </tbody>
        </table>
      </div>`,
      html`<details>
        <summary>Sweep in normal form</summary>
        <pre tabindex="0">${JSON.stringify(sweep, null, 2)}</pre>
      </details>`,
    ],
  });
}

const MOST_VALUES = 12;

function axes({ grid, random }: SweepView['result']['sweep']): (readonly [string, string])[] {
  if (grid) return Object.entries(grid).map(([path, values]) => [path, listed(values)] as const);
  return Object.entries(random ?? {}).flatMap(([path, axis]) => (typeof axis === 'number' ? [] : [[path, drawn(axis)] as const]));
}

function listed(values: readonly SweepValue[]): string {
  const shown = values.map(paramText);
  if (shown.length <= MOST_VALUES) return shown.join(', ');
  return `${shown.slice(0, 3).join(', ')}, … ${shown.at(-1)} (${formatNumber(values.length, 0)} values)`;
}

function drawn(axis: NormalizedRandomAxis): string {
  if ('values' in axis) return `one of ${listed(axis.values)}`;
  const step = axis.step === undefined ? '' : ` in steps of ${paramText(axis.step)}`;
  return `${paramText(axis.min)} to ${paramText(axis.max)}${step}, even on a ${axis.scale === 'log' ? 'logarithmic' : 'linear'} scale`;
}
