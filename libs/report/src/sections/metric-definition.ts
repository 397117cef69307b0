import type { MetricId } from '@projecta/metrics';
import { html, type Markup } from '../html.js';
import { contractOf } from '../metric-contracts.js';

/** What a metric is, in a tip: title, formula, unit and source, as its contract has them. */
export function metricDefinition(id: MetricId): Markup {
  const { title, formula, unit, source } = contractOf(id);
  const origin = unit === 'none' ? source : `${unit} · ${source}`;
  return html`<span><strong>${title}</strong> ${formula}<small>${origin}</small></span>`;
}
