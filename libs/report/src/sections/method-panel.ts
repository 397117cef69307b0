import type { ValidationTrial } from '@projecta/engine';
import { html, type Markup } from '../html.js';
import type { MethodFigure, MethodReport } from '../methods/method-report.js';
import { distributionTable } from './distribution-table.js';
import { factTable } from './fact-table.js';
import { trialHistogram } from './trial-histogram.js';

/** A validation method's numbers and pictures: verdict, figures, the distributions of its trials with what was observed. */
export function methodPanel(report: MethodReport, summary: { readonly verdict: string }, detail: readonly ValidationTrial[]): Markup {
  const { name, title, figures, histograms, drawing } = report;
  const numbers: Readonly<Record<string, unknown>> = { ...summary };
  return html`<div class="method" id="${name}">
    <h3>${title}</h3>
    <p class="verdict plain">${summary.verdict}</p>
    <dl class="figures">${figures.map(figureMarkup)}</dl>
    ${drawing}${histograms.map((histogram) => trialHistogram(detail, { method: name, ...histogram }))}${distributionTable(numbers)}${factTable(
      name,
      numbers,
    )}
  </div>`;
}

function figureMarkup({ name, value, about }: MethodFigure): Markup {
  return html`<div>
    <dt>${name}</dt>
    <dd>${value}${about === undefined ? null : html` <small>${about}</small>`}</dd>
  </div>`;
}
