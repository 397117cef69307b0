import { formatNumber } from '../format/format-number.js';
import { formatPercent } from '../format/format-percent.js';
import { html, type Markup } from '../html.js';
import type { MethodReport } from '../methods/method-report.js';
import type { RunView } from '../run-view.js';
import { section } from './section.js';
import { type Verdict, verdictList } from './verdict-list.js';

const METHODS = {
  permutation: 'permutation test',
  block_bootstrap: 'block bootstrap',
  monte_carlo: 'Monte Carlo',
  walk_forward: 'walk-forward',
  overfitting: 'overfitting of a grid',
} as const;

/** Luck or edge, in one page: every method that ran with its answer, and the ones that were not asked for. */
export function verdicts(view: RunView, reports: readonly MethodReport[]): Markup {
  const ran = new Set(reports.map(({ name }) => name));
  const missing = Object.entries(METHODS).flatMap(([name, title]) => (ran.has(name) ? [] : [title]));
  const lead =
    reports.length === 0
      ? 'No validation method was asked for, so that nothing here tells luck from edge; a permutation test, a bootstrap or a walk-forward in the configuration’s “validation” would.'
      : 'Each method answers one question, and none of them all. Follow a name to its numbers and pictures.';
  const rest = missing.length === 0 ? null : html`<p class="note">Not asked for: ${missing.join(', ')}.</p>`;
  return section({
    ...{ id: 'verdicts', title: 'Luck or edge', lead },
    body: [verdictList([causality(view), ...reports.map(verdictOf)]), rest],
  });
}

/** A method's report as a verdict that leads to its panel. */
export function verdictOf(report: MethodReport): Verdict {
  return { ...report, href: `#${report.name}` };
}

function causality({ run }: RunView): Verdict {
  const { causal, cuts, covered } = run.causality;
  const count = formatNumber(cuts.length, 0);
  const agree = `At ${count} of ${count} cuts, on ${formatPercent(covered, 2)} of the bars, the decisions were bit-identical without what came after.`;
  return {
    ...{ title: 'Causality', href: '#causality', asks: 'Did any decision use what only came later?' },
    answer: causal ? agree : `${agree} But orders fill at the very close they were decided on, which no real order can do.`,
    reading: 'The decisions were recomputed on bars that end, or go another way, after each cut.',
    cannot:
      'A peek at a single bar is caught only where a cut lies on it. Knowledge that is already in the data, such as which companies survived or prices revised later, is seen by no cut.',
  };
}
