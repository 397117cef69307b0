import { formatStatistic } from '../format/format-statistic.js';
import { html, type Markup } from '../html.js';

type Summary = Readonly<Record<string, unknown>>;

const COLUMNS = [
  ['count', 'Count'],
  ['mean', 'Mean'],
  ['std', 'Std'],
  ['q01', '1 %'],
  ['q05', '5 %'],
  ['q25', '25 %'],
  ['q50', '50 %'],
  ['q75', '75 %'],
  ['q95', '95 %'],
  ['q99', '99 %'],
] as const;

/** Count, mean, spread and quantiles of every distribution that a method's summary holds; null when it holds none. */
export function distributionTable(summary: Summary): Markup | null {
  const found = distributionsOf(summary);
  if (found.length === 0) return null;
  const rows = found.map(
    ([metric, distribution]) =>
      html`<tr>
        <th scope="row">${metric.replaceAll('_', ' ')}</th>
        ${COLUMNS.map(([id]) => html`<td class="n">${formatStatistic(id === 'count' ? 'trades' : metric, distribution[id])}</td>`)}
      </tr>`,
  );
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Distribution of the trials">
    <table>
      <caption>
        <strong>Distribution of the trials</strong>
        with quantiles of type 7
      </caption>
      <thead>
        <tr>
          <th scope="col">Statistic</th>
          ${COLUMNS.map(([, name]) => html`<th scope="col" class="n">${name}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`;
}

/** Distributions at the top (`distribution` is of `statistic`), under the name of what they are of, or one level down in `metrics`. */
function distributionsOf(summary: Summary): readonly (readonly [string, Summary])[] {
  const metrics = isObject(summary['metrics']) ? summary['metrics'] : {};
  return Object.entries({ ...summary, ...metrics }).flatMap(([name, value]) => {
    if (isDistribution(value)) return [[name === 'distribution' ? String(summary['statistic'] ?? name) : name, value] as const];
    return isObject(value) && isDistribution(value['distribution']) ? [[name, value['distribution']] as const] : [];
  });
}

function isObject(value: unknown): value is Summary {
  return typeof value === 'object' && value !== null;
}

function isDistribution(value: unknown): value is Summary {
  return isObject(value) && 'q50' in value && 'count' in value;
}
