import { html, type Markup } from '../html.js';

const PLACES = [
  ['performance', 'Performance'],
  ['returns', 'Returns'],
  ['costs', 'Costs'],
  ['trades', 'Trades'],
  ['evidence', 'Evidence'],
  ['metrics', 'Metrics'],
  ['provenance', 'Proof'],
] as const;

/** The way around the page. */
export function navigation(hasNotices: boolean): Markup {
  const places = hasNotices ? [['warnings', 'Warnings'] as const, ...PLACES] : PLACES;
  return html`<nav aria-label="Sections">
    <ul>
      ${places.map(([id, name]) => html`<li><a href="#${id}">${name}</a></li>`)}
    </ul>
  </nav>`;
}
