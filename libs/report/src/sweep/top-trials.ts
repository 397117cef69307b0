import type { MetricId } from '@projecta/metrics';
import { formatMetric } from '../format/format-metric.js';
import { formatNumber } from '../format/format-number.js';
import { html, type Markup } from '../html.js';
import { contractOf } from '../metric-contracts.js';
import { section } from '../sections/section.js';
import { rankedRows } from '../statistics/ranked-rows.js';
import { skippedTable } from './skipped-table.js';
import { paramText, pathName, type SweepView } from './sweep-view.js';

const MOST = 50;
const BESIDE: readonly MetricId[] = ['sharpe', 'total_return', 'max_drawdown', 'trades'];

/** The best trials one by one, each with the hash of its full run, and what was skipped. */
export function topTrials(view: SweepView): Markup {
  const { trials, tried } = view.result;
  const all = trials.rows <= MOST;
  const count = formatNumber(trials.rows, 0);
  const lead = all
    ? `All ${count} trials that ran; sweep.parquet has every metric of each in full precision.`
    : `The first ${MOST} of ${count} trials; sweep.parquet has them all, with every metric in full precision.`;
  const ran =
    tried === trials.rows ? '' : ` Of ${formatNumber(tried, 0)} combinations, ${formatNumber(tried - trials.rows, 0)} were skipped.`;
  return section({ id: 'trials', title: 'Trials', lead: lead + ran, body: [trialTable(view), skippedTable(view.result.skipped)] });
}

function trialTable({ result }: SweepView): Markup {
  const { trials, objective } = result;
  const paths = Object.keys(trials.params);
  const metrics = [objective, ...BESIDE.filter((id) => id !== objective)];
  const rows = rankedRows(result, MOST).map(
    (row, i) =>
      html`<tr>
        <td class="n">${i + 1}</td>
        ${paths.map((path) => html`<td class="n">${paramText(trials.params[path]![row]!)}</td>`)}${metrics.map((id) => {
          const value = trials.metrics[id][row]!;
          return html`<td class="n">${formatMetric(id, contractOf(id).unit, Number.isNaN(value) ? null : value)}</td>`;
        })}
        <td><code>${trials.run_hash[row]!.slice(0, 16)}</code></td>
      </tr>`,
  );
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Best trials">
    <table>
      <caption>
        <strong>By ${contractOf(objective).title}</strong>
        A trial’s full run has the run_hash of its row, of which the first 16 digits are shown
      </caption>
      <thead>
        <tr>
          <th scope="col" class="n">#</th>
          ${paths.map((path) => html`<th scope="col" class="n">${pathName(path)}</th>`)}${metrics.map(
            (id) => html`<th scope="col" class="n">${contractOf(id).title}</th>`,
          )}
          <th scope="col">run_hash</th>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`;
}
