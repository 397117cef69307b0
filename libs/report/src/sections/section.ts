import { type Content, html, type Markup } from '../html.js';

interface Section {
  readonly id: string;
  readonly title: string;
  readonly lead?: Content;
  readonly body: Content;
}

/** A landmark of the page, named by its heading. */
export function section({ id, title, lead, body }: Section): Markup {
  return html`<section id="${id}" aria-labelledby="${id}-title">
    <h2 id="${id}-title">${title}</h2>
    ${lead === undefined ? null : html`<p class="lead">${lead}</p>`}${body}
  </section>`;
}

interface Figure {
  readonly title: string;
  readonly legend?: Content;
  readonly chart: Content;
  readonly note?: Content;
  /** Charts over the bars share the crosshair. */
  readonly overBars?: boolean;
}

/** A chart under its heading and legend. */
export function figure({ title, legend, chart, note, overBars = false }: Figure): Markup {
  return html`<figure${overBars ? html` class="bars"` : null}><figcaption><h3>${title}</h3>${legend === undefined ? null : html`<p class="legend">${legend}</p>`}</figcaption><div class="frame">${chart}</div>${note === undefined ? null : html`<p class="note">${note}</p>`}</figure>`;
}

/** A legend entry: a sign, its name, and the value that the crosshair replaces. */
export function key(className: string, name: string, value?: { readonly column: string; readonly text: string }): Markup {
  const output = value === undefined ? null : html` <output data-column="${value.column}">${value.text}</output>`;
  return html`<span class="key"><i class="${className}"></i>${name}${output}</span>`;
}
