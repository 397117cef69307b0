import { cutStrip } from '../charts/cut-strip.js';
import { runAxis } from '../charts/run-axis.js';
import { formatNumber } from '../format/format-number.js';
import { formatPercent } from '../format/format-percent.js';
import { html, type Markup } from '../html.js';
import type { RunView } from '../run-view.js';
import type { MethodReport } from '../methods/method-report.js';
import { methodPanel } from './method-panel.js';
import { section } from './section.js';

/** Behind the verdicts: the causality certificate, and the numbers and pictures of every validation method. */
export function evidence(view: RunView, reports: readonly MethodReport[]): Markup {
  const { validation, validation_detail } = view.run;
  const summaries: Readonly<Record<string, { readonly verdict: string }>> = { ...validation };
  const panels = reports.map((report) => methodPanel(report, summaries[report.name]!, validation_detail));
  return section({ id: 'evidence', title: 'Evidence', body: [certificate(view), panels] });
}

const MOST_ROWS = 40;

function certificate(view: RunView): Markup {
  const { run, bars, timeOf } = view;
  const { causal, cuts, digests, covered, note } = run.causality;
  const count = formatNumber(cuts.length, 0);
  const verdict = causal
    ? `Causal: at ${count} cuts the decisions were recomputed on bars that end or go another way after the cut, and were bit-identical up to it. Cuts lie on ${formatPercent(covered, 2)} of the bars.`
    : `Not causal: orders fill at the very close they were decided on, which no real order can do. The decisions themselves were bit-identical at ${count} cuts.`;
  const rows = cuts
    .map((cut, i) => ({ cut, digest: digests[i] ?? '' }))
    .slice(0, MOST_ROWS)
    .map(
      ({ cut, digest }) =>
        html`<tr>
          <td class="n">${formatNumber(cut, 0)}</td>
          <td>${cut >= 0 && cut < bars ? timeOf(cut) : ''}</td>
          <td><code>${digest.slice(0, 16)}</code></td>
        </tr>`,
    );
  const more = cuts.length > MOST_ROWS ? `, the first ${MOST_ROWS} of ${formatNumber(cuts.length, 0)}` : '';
  return html`<div class="method" id="causality">
    <h3>Causality certificate</h3>
    <p class="verdict ${causal ? 'good' : 'warn'}">${verdict}</p>
    <div class="frame flush">${cutStrip(cuts, runAxis(run.candles.ts))}</div>
    <p class="note">${note}</p>
    <details>
      <summary>Cuts and digests</summary>
      <div class="scroll">
        <table>
          <caption>
            Cut bars and SHA-256 of the decisions up to them${more}; causality.json has all of it
          </caption>
          <thead>
            <tr>
              <th scope="col" class="n">Bar</th>
              <th scope="col">Opens</th>
              <th scope="col">Digest</th>
            </tr>
          </thead>
          <tbody>
            ${rows}
          </tbody>
        </table>
      </div>
    </details>
  </div>`;
}
