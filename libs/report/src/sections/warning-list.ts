import { html, type Markup } from '../html.js';

/** Warnings by their codes; null when there is none. */
export function warningList(warnings: readonly { readonly code: string; readonly message: string }[]): Markup | null {
  if (warnings.length === 0) return null;
  return html`<ul class="warnings">
    ${warnings.map(({ code, message }) => html`<li><code>${code}</code><span>${message}</span></li>`)}
  </ul>`;
}
