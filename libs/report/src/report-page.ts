import { REPORT_STYLE } from './assets/report-style.js';
import { embeddedJson } from './embedded-json.js';
import { type Content, html, type Markup, trusted } from './html.js';

interface Page {
  readonly title: string;
  /** The head of the page: what it is about. */
  readonly masthead: Content;
  /** The way around. */
  readonly navigation: Content;
  readonly main: Content;
  /** Signs that charts use. */
  readonly symbols?: Content;
  /** What the script reads, under its id. */
  readonly data?: { readonly id: string; readonly value: unknown };
  /** What the page does beyond being read. */
  readonly script: string;
}

/** Nothing is loaded from anywhere: the page is whole, and stays so. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/** A whole HTML document in the look of all reports. */
export function reportPage({ title, masthead, navigation, main, symbols, data, script }: Page): string {
  const page = html`
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${trusted(POLICY)}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        <link rel="icon" href="data:," />
        <style>
          ${trusted(REPORT_STYLE)}
        </style>
      </head>
      <body id="top">
        <a class="skip" href="#main">Skip to the report</a>
        ${symbols}
        <div class="page">
          ${masthead} ${navigation}
          <main id="main">${main}</main>
          <footer><p>A backtest is what rules would have done to prices that are known by now. It is no forecast and no advice.</p></footer>
        </div>
        ${dataElement(data)}
        <script>
          ${trusted(script)};
        </script>
      </body>
    </html>
  `;
  return `<!doctype html>\n${page.markup.trim()}\n`;
}

function dataElement(data: Page['data']): Markup | null {
  if (data === undefined) return null;
  return html`<script type="application/json" id="${data.id}">
    ${trusted(embeddedJson(data.value))}
  </script>`;
}
