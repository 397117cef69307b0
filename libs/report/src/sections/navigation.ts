import { html, type Markup } from '../html.js';

/** The way around the page: ids of its sections with their short names. */
export function navigation(places: readonly (readonly [id: string, name: string])[]): Markup {
  return html`<nav aria-label="Sections">
    <ul>
      ${places.map(([id, name]) => html`<li><a href="#${id}">${name}</a></li>`)}
    </ul>
  </nav>`;
}
