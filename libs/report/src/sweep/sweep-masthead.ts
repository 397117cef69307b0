import { html, type Markup } from '../html.js';
import { formatNumber } from '../format/format-number.js';
import { badgeList, mastheadTop, warningBadge } from '../sections/masthead-top.js';
import { sweepSentence } from './sweep-sentence.js';
import { sweepTiles } from './sweep-tiles.js';
import { pathName, type SweepView } from './sweep-view.js';

/** The head of a sweep's page: what was searched, what came of it, and where to read on. */
export function sweepMasthead(view: SweepView, warnings: number): Markup {
  const { sweep, identity, sweep_hash, certified, trials, overfitting } = view.result;
  const { symbol, timeframe, strategy, start, end } = sweep.base;
  const names = Object.keys(trials.params).map(pathName);
  const span = `${start.slice(0, 10)} to ${end.slice(0, 10)}`;
  return html`<header>
    ${mastheadTop('Sweep report')}
    <h1>${symbol} <span>${timeframe}</span></h1>
    <p class="what"><strong>${strategy.name}</strong> over ${names.join(', ')}${sweep.random ? ', drawn at random' : null}</p>
    <p class="span">${span} · ${formatNumber(identity.data.bars, 0)} bars · sweep <code>${sweep_hash.slice(0, 12)}</code></p>
    <p class="sentence">${sweepSentence(view)}</p>
    ${badgeList([
      { tone: 'good', href: '#proof', text: `${formatNumber(certified, 0)} trials certified causal` },
      overfitting
        ? { tone: 'plain', href: '#overfitting', text: 'Judged for overfitting' }
        : { tone: 'warn', href: '#overfitting', text: 'Not judged' },
      warningBadge(warnings),
    ])}${sweepTiles(view)}
  </header>`;
}
