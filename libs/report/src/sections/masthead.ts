import { html, type Markup } from '../html.js';
import { formatNumber } from '../format/format-number.js';
import type { RunView } from '../run-view.js';
import { summarySentence } from './summary-sentence.js';
import { tiles } from './tiles.js';

const THEMES = ['auto', 'light', 'dark'] as const;

/** The head of the page: what was run, what came of it, and where to read on. */
export function masthead(view: RunView): Markup {
  const { run, bars, timeOf } = view;
  const { symbol, timeframe, strategy } = run.config;
  const themes = THEMES.map(
    (name, i) =>
      html`<input type="radio" name="theme" id="theme-${name}" ${i === 0 ? html` checked` : null} /><label for="theme-${name}"
          >${name[0]!.toUpperCase() + name.slice(1)}</label
        >`,
  );
  return html`<header>
    <div class="top">
      <p class="eyebrow">Backtest report</p>
      <fieldset class="themes">
        <legend class="hidden">Theme</legend>
        ${themes}
      </fieldset>
    </div>
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
  const list = [
    causality.causal ? badge('good', '#evidence', `Causal: ${cuts} of ${cuts} cuts agree`) : badge('warn', '#evidence', 'Not causal'),
    ...Object.keys(validation).map((method) => badge('plain', '#evidence', `Validated: ${method.replaceAll('_', ' ')}`)),
    summary.warnings.length === 0
      ? badge('good', '#top', 'No warnings')
      : badge('warn', '#warnings', `${summary.warnings.length} ${summary.warnings.length === 1 ? 'warning' : 'warnings'}`),
  ];
  return html`<ul class="badges">
    ${list}
  </ul>`;
}

function badge(tone: string, href: string, text: string): Markup {
  return html`<li class="${tone}"><a href="${href}">${text}</a></li>`;
}
