import type { MetricContract } from '@projecta/metrics';
import { formatMetric, unitLabel } from '../format/format-metric.js';
import { NO_VALUE } from '../format/format-number.js';
import { html, type Markup } from '../html.js';
import { type MetricGroup, metricGroups } from '../metric-contracts.js';
import { section } from './section.js';
import type { Measured } from './tiles.js';

/** Every metric with its definition, by family. */
export function metricTable(view: Measured): Markup {
  const groups = metricGroups().map((group) => family(group, view));
  const lead =
    'r are the simple returns of equity over bars, b those of the close, E equity, ppy the periods per year. A number that does not exist is a dash with its reason.';
  return section({
    id: 'metrics',
    title: 'Metrics and their definitions',
    lead,
    body: html`<table class="metrics">
      <caption class="hidden">
        Every metric with value, definition and source
      </caption>
      <thead>
        <tr>
          <th scope="col">Metric</th>
          <th scope="col" class="n">Value</th>
          <th scope="col">Definition</th>
        </tr>
      </thead>
      ${groups}
    </table>`,
  });
}

function family({ title, contracts }: MetricGroup, view: Measured): Markup | null {
  if (contracts.length === 0) return null;
  return html`<tbody>
    <tr class="family">
      <th scope="rowgroup" colspan="3">${title}</th>
    </tr>
    ${contracts.map((contract) => row(contract, view))}
  </tbody>`;
}

function row({ id, title, unit, formula, source }: MetricContract, { run }: Measured): Markup {
  const value = formatMetric(id, unit, run.metrics[id]);
  const beside = value === NO_VALUE ? '' : unitLabel(id, unit);
  const reason = value === NO_VALUE ? html`<em>${run.metric_reasons[id] ?? 'It does not exist for this run.'}</em>` : null;
  return html`<tr id="metric-${id}">
    <th scope="row">${title}<code>${id}</code></th>
    <td class="n"><b>${value}</b>${beside === '' ? null : html`<small>${beside}</small>`}</td>
    <td>${reason}${formula}<small>${source}</small></td>
  </tr>`;
}
