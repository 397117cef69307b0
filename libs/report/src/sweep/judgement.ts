import { html, type Markup } from '../html.js';
import { overfittingReport } from '../methods/overfitting.js';
import { methodPanel } from '../sections/method-panel.js';
import { section } from '../sections/section.js';
import { verdictList } from '../sections/verdict-list.js';
import { verdictOf } from '../sections/verdicts.js';
import type { SweepView } from './sweep-view.js';

/** How much of the best the search alone explains. */
export function judgement({ result }: SweepView): Markup {
  const { overfitting, overfitting_detail, tried } = result;
  const title = 'What the search explains';
  if (overfitting === undefined)
    return section({
      ...{ id: 'evidence', title },
      body: html`<p class="none" id="overfitting">
        The search was not judged. With <code>overfitting</code> in the sweep, the probability of backtest overfitting, the deflated Sharpe
        ratio, White’s reality check and Hansen’s SPA would say here how well the best of ${tried} does without any edge.
      </p>`,
    });
  const report = overfittingReport(overfitting);
  return section({
    ...{ id: 'evidence', title },
    body: [verdictList([verdictOf(report)]), methodPanel(report, overfitting, overfitting_detail)],
  });
}
