import { html, type Markup } from '../html.js';

/** A method's answer as one can read it without knowing the method. */
export interface Verdict {
  readonly title: string;
  /** Where its numbers and pictures stand on the page. */
  readonly href: string;
  readonly asks: string;
  readonly answer: string;
  readonly nullSays?: string;
  readonly reading?: string;
  readonly cannot: string;
}

/** Verdicts in plain words, each with its question, what its null says and what its answer cannot mean. */
export function verdictList(verdicts: readonly Verdict[]): Markup {
  return html`<div class="verdicts">
    ${verdicts.map(
      ({ title, href, asks, answer, nullSays, reading, cannot }) =>
        html`<article>
          <div>
            <h3><a href="${href}">${title}</a></h3>
            <p class="asks">${asks}</p>
          </div>
          <div>
            <p class="answer">${answer}</p>
            ${nullSays === undefined ? null : html`<p><strong>What the null says.</strong> ${nullSays}</p>`}${reading === undefined ? null : html`<p><strong>How to read it.</strong> ${reading}</p>`}
            <p><strong>What it cannot mean.</strong> ${cannot}</p>
          </div>
        </article>`,
    )}
  </div>`;
}
