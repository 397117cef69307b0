import type { RunResult, ValidationSummary } from '@projecta/engine';
import type { MetricId } from '@projecta/metrics';
import { foldBars } from '../charts/fold-bars.js';
import { type BarSpan, foldTimeline } from '../charts/fold-timeline.js';
import { plot } from '../charts/plot.js';
import { runAxis } from '../charts/run-axis.js';
import { formatShortCash } from '../format/format-cash.js';
import { formatNumber } from '../format/format-number.js';
import { formatPercent } from '../format/format-percent.js';
import { formatStatistic } from '../format/format-statistic.js';
import { formatBarTime, isDaily } from '../format/format-time.js';
import { html, type Markup } from '../html.js';
import { contractOf, isMetricId } from '../metric-contracts.js';
import { extremes } from '../scales/extremes.js';
import { firstAtOrAfter } from '../scales/first-at-or-after.js';
import { linePath } from '../scales/path-data.js';
import { rangeOf } from '../scales/range-of.js';
import { fittingScale } from '../scales/value-scale.js';
import { figure, key } from '../sections/section.js';
import { statisticTick } from '../sections/statistic-tick.js';
import { paramText } from '../sweep/sweep-view.js';

type Summary = NonNullable<ValidationSummary['walk_forward']>;

/** The windows of a walk-forward on one axis of time, its objective in and out of sample, and what each fold chose. */
export function foldFigures(summary: Summary, run: RunResult): Markup {
  const { ts } = run.candles;
  const objective = objectiveOf(run);
  const { title } = contractOf(objective);
  const spanOf = ({ start, end }: { readonly start: number; readonly end: number }): BarSpan => ({
    from: firstAtOrAfter(ts, start),
    to: firstAtOrAfter(ts, end),
  });
  const windows = summary.folds.map(({ train, test }) => ({ train: spanOf(train), test: spanOf(test) }));
  const pairs = summary.folds.map(({ in_sample, out_of_sample }) => [in_sample[objective], out_of_sample[objective]] as const);
  return html`${figure({
    title: 'Windows in time, a row a fold',
    legend: html`${key('area train', 'train')}${key('area test', 'test')}`,
    chart: foldTimeline(windows, runAxis(ts)),
  })}${figure({
    title: `${title} of each fold`,
    legend: html`${key('area train', 'in sample')}${key('area test', 'out of sample')}`,
    chart: foldBars(pairs, { label: `${title} in and out of sample by fold`, formatTick: statisticTick(objective) }),
  })}${stitchedEquity(run)}${foldTable(summary, { objective, timeOf: (ms) => formatBarTime(ms, isDaily(ts)) })}`;
}

/** The equity of the tests end to end, from the rows of validation_detail whose trial is the run's bar. */
function stitchedEquity({ validation_detail, candles }: RunResult): Markup | null {
  const rows = validation_detail.filter(({ method, metric }) => method === 'walk_forward' && metric === 'equity');
  if (rows.length < 2) return null;
  const equity = Float64Array.from(rows, ({ value }) => value ?? NaN);
  const ts = candles.ts.subarray(rows[0]!.trial, rows[0]!.trial + rows.length);
  const scale = fittingScale({ ...rangeOf(equity), height: 160 });
  const chart = plot({
    label: `Equity out of sample over ${rows.length} bars`,
    scale,
    formatTick: (value) => formatShortCash(value, scale.step),
    inks: [{ className: 'equity', data: linePath(equity, extremes(equity), scale) }],
    dates: runAxis(ts),
  });
  return figure({ title: 'Equity out of sample, test after test', chart });
}

function objectiveOf({ config }: RunResult): MetricId {
  const objective = String(config.validation['walk_forward']?.['objective'] ?? '');
  return isMetricId(objective) ? objective : 'sharpe';
}

const MOST_ROWS = 60;

interface Shown {
  readonly objective: MetricId;
  readonly timeOf: (ms: number) => string;
}

function foldTable({ folds, stability }: Summary, { objective, timeOf }: Shown): Markup {
  const names = Object.keys(stability);
  const head = objective === 'total_return' ? [] : ['total_return' as const];
  const metrics = [objective, ...head];
  const cells = (of: Summary['folds'][number]) =>
    metrics.flatMap((id) => [of.in_sample, of.out_of_sample].map((found) => html`<td class="n">${formatStatistic(id, found[id])}</td>`));
  const rows = folds.slice(0, MOST_ROWS).map(
    (fold) =>
      html`<tr>
        <td class="n">${fold.fold}</td>
        <td>${timeOf(fold.test.start)} to ${timeOf(fold.test.end)}</td>
        ${names.map((name) => html`<td class="n">${paramText(fold.params[name] ?? '')}</td>`)}${cells(fold)}
      </tr>`,
  );
  const most = names.map((name) => `${name} in ${formatPercent(stability[name]!, 0)}`).join(', ');
  const stable = names.length === 0 ? '' : ` Folds that chose a parameter’s most frequent value: ${most}.`;
  const more = folds.length > MOST_ROWS ? ` The first ${MOST_ROWS} of ${formatNumber(folds.length, 0)} folds.` : '';
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Folds of the walk-forward">
    <table>
      <caption>
        <strong>Folds</strong>
        Chosen parameters, and results in and out of sample.${stable}${more}
      </caption>
      <thead>
        <tr>
          <th scope="col" class="n">Fold</th>
          <th scope="col">Test</th>
          ${names.map((name) => html`<th scope="col" class="n">${name}</th>`)}${metrics.flatMap((id) =>
            ['in', 'out'].map((where) => html`<th scope="col" class="n">${contractOf(id).title}, ${where}</th>`),
          )}
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`;
}
