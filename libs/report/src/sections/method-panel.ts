import type { HistogramMark } from '../charts/histogram-chart.js';
import { formatNumber, NO_VALUE } from '../format/format-number.js';
import { formatStatistic } from '../format/format-statistic.js';
import { html, type Markup } from '../html.js';
import type { RunView } from '../run-view.js';
import { distributionTable } from './distribution-table.js';
import { factTable } from './fact-table.js';
import { trialHistogram } from './trial-histogram.js';

type Summary = Readonly<Record<string, unknown>>;

const TITLES: Readonly<Record<string, string>> = {
  permutation: 'Permutation test',
  block_bootstrap: 'Block bootstrap',
  monte_carlo: 'Monte Carlo',
  walk_forward: 'Walk-forward',
  overfitting: 'Overfitting',
};

/** Folds are too few for a shape, and the bars of the stitched equity are no trials. */
const NO_HISTOGRAM = new Set(['walk_forward']);
const AT_MOST = 6;

/** A validation method's answer: verdict, what its null says, p-value, the distribution of its trials with what was observed. */
export function methodPanel(name: string, summary: Summary, view: RunView): Markup {
  const nullSays =
    typeof summary['null_hypothesis'] === 'string' ? html`<p><strong>What the null says.</strong> ${summary['null_hypothesis']}</p>` : null;
  const metrics = NO_HISTOGRAM.has(name) ? [] : metricsOf(name, view);
  const histograms = metrics.map((metric) => trialHistogram(view, { method: name, metric, marks: marksOf(summary, metric) }));
  return html`<div class="method">
    <h3>${TITLES[name] ?? name.replaceAll('_', ' ')}</h3>
    <p class="verdict plain">${String(summary['verdict'] ?? '')}</p>
    ${pValue(summary)}${nullSays}${histograms}${distributionTable(summary)}${factTable(name, summary)}
  </div>`;
}

function metricsOf(name: string, { run }: RunView): string[] {
  return [...new Set(run.validation_detail.filter(({ method }) => method === name).map(({ metric }) => metric))].slice(0, AT_MOST);
}

function pValue(summary: Summary): Markup | null {
  if (!('p_value' in summary)) return null;
  const { p_value: p, p_value_se: error, observed, statistic, trials } = summary;
  const metric = String(statistic);
  const value = typeof p === 'number' ? formatNumber(p, 4) : NO_VALUE;
  const about = typeof error === 'number' ? html` <small>± ${formatNumber(error, 4)}</small>` : null;
  return html`<dl class="figures">
    <div>
      <dt>p-value, ± its Monte Carlo error</dt>
      <dd>${value}${about}</dd>
    </div>
    <div>
      <dt>Observed ${metric.replaceAll('_', ' ')}</dt>
      <dd>${formatStatistic(metric, observed)}</dd>
    </div>
    <div>
      <dt>Trials</dt>
      <dd>${typeof trials === 'number' ? formatNumber(trials, 0) : NO_VALUE}</dd>
    </div>
  </dl>`;
}

/** What to point at among the trials' values: the observed statistic, and an interval's ends. */
function marksOf(summary: Summary, metric: string): readonly HistogramMark[] {
  const { observed, low, high } = observedOf(summary, metric);
  const marks: HistogramMark[] = [];
  for (const [value, name, kind] of [
    [observed, 'observed', 'observed'],
    [low, 'interval from', 'bound'],
    [high, 'to', 'bound'],
  ] as const) {
    if (typeof value === 'number' && Number.isFinite(value))
      marks.push({ value, label: `${name} ${formatStatistic(metric, value)}`, kind });
  }
  return marks;
}

function observedOf(summary: Summary, metric: string): { observed?: unknown; low?: unknown; high?: unknown } {
  if (summary['statistic'] === metric) return { observed: summary['observed'] };
  const all = summary['metrics'];
  if (typeof all !== 'object' || all === null) return {};
  const one = (all as Summary)[metric];
  return typeof one === 'object' && one !== null ? one : {};
}
