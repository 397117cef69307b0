import { type Content, html, type Markup } from '../html.js';

export interface Tile {
  /** Unique among the tiles of a page. */
  readonly id: string;
  /** Short enough for a tile. */
  readonly name: string;
  readonly value: string;
  readonly under: string;
  readonly tone?: 'gain' | 'loss' | 'even';
  /** Definitions, on hover or focus. */
  readonly tip: Content;
}

/** A row of headline numbers. */
export function tileRow(tiles: readonly Tile[]): Markup {
  return html`<dl class="tiles">${tiles.map(tileMarkup)}</dl>`;
}

/** A definition in a tip. */
export function definition(title: string, text: string): Markup {
  return html`<span><strong>${title}</strong> ${text}</span>`;
}

function tileMarkup({ id, name, value, under, tone = 'even', tip }: Tile): Markup {
  return html`<div class="tile" tabindex="0" aria-describedby="tile-${id}">
    <dt>${name}</dt>
    <dd>
      <b class="${tone}">${value}</b><span>${under}</span>
      <span class="tip" role="tooltip" id="tile-${id}">${tip}</span>
    </dd>
  </div>`;
}
