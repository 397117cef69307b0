import { html, type Markup } from '../html.js';
import { formatNumber } from '../format/format-number.js';
import type { RunView } from '../run-view.js';
import { badgeList, mastheadTop, warningBadge } from './masthead-top.js';
import { summarySentence } from './summary-sentence.js';
import { tiles } from './tiles.js';

/** The head of the page: what was run, what came of it, and where to read on. */
export function masthead(view: RunView): Markup {
  const { run, bars, timeOf } = view;
  const { symbol, timeframe, strategy } = run.config;
  return html`<header>
    ${mastheadTop('Backtest report')}
    <h1>${symbol} <span>${timeframe}</span></h1>
    <p class="what"><strong>${strategy.name}</strong> ${paramList(strategy.params)}</p>
    <p class="span">${timeOf(0)} to ${timeOf(bars - 1)} · ${formatNumber(bars, 0)} bars · run <code>${run.run_hash.slice(0, 12)}</code></p>
    <p class="sentence">${summarySentence(view)}</p>
    ${badges(view)}${tiles(view)}
  </header>`;
}

/** Parameters as `fast 10, slow 50`. */
export function paramList(params: Readonly<Record<string, unknown>>): string {
  return Object.entries(params)
    .map(([name, value]) =>
      value === true ? name : `${name} ${typeof value === 'object' ? JSON.stringify(value) : String(value).replace(/^-/, '\u2212')}`,
    )
    .join(', ');
}

function badges({ run }: RunView): Markup {
  const { causality, summary, validation } = run;
  const cuts = causality.cuts.length;
  return badgeList([
    causality.causal
      ? { tone: 'good', href: '#causality', text: `Causal: ${cuts} of ${cuts} cuts agree` }
      : { tone: 'warn', href: '#causality', text: 'Not causal' },
    ...Object.keys(validation).map(
      (method) => ({ tone: 'plain', href: `#${method}`, text: `Validated: ${method.replaceAll('_', ' ')}` }) as const,
    ),
    warningBadge(summary.warnings.length),
  ]);
}
