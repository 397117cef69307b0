import type { RunResult } from '@projecta/engine';
import { MARK_SYMBOLS } from './charts/trade-marks.js';
import { crosshairData } from './crosshair-data.js';
import { embeddedJson } from './embedded-json.js';
import { html, trusted } from './html.js';
import { runView } from './run-view.js';
import { REPORT_SCRIPT } from './assets/report-script.js';
import { REPORT_STYLE } from './assets/report-style.js';
import { costs } from './sections/costs.js';
import { evidence } from './sections/evidence.js';
import { masthead } from './sections/masthead.js';
import { metricTable } from './sections/metric-table.js';
import { navigation } from './sections/navigation.js';
import { notices } from './sections/notices.js';
import { performance } from './sections/performance.js';
import { provenance } from './sections/provenance.js';
import { returns } from './sections/returns.js';
import { trades } from './sections/trades.js';

export interface ReportOptions {
  /** Version of the engine's package, named beside its semantics version. */
  readonly engineVersion?: string;
}

/** Nothing is loaded from anywhere: the page is whole, and stays so. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/** A run as one self-contained HTML page: report.html. The same run gives the same bytes; what users wrote is escaped; size is bounded whatever the number of bars. */
export function renderReport(run: RunResult, { engineVersion }: ReportOptions = {}): string {
  const view = runView(run);
  const { symbol, timeframe, strategy } = run.config;
  const notice = notices(view);
  const page = html`
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${trusted(POLICY)}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${symbol} ${timeframe} · ${strategy.name} · backtest report</title>
        <link rel="icon" href="data:," />
        <style>
          ${trusted(REPORT_STYLE)}
        </style>
      </head>
      <body id="top">
        <a class="skip" href="#main">Skip to the report</a>
        ${MARK_SYMBOLS}
        <div class="page">
          ${masthead(view)} ${navigation(notice !== null)}
          <main id="main">
            ${notice} ${performance(view)} ${returns(view)} ${costs(view)} ${trades(view)} ${evidence(view)} ${metricTable(view)}
            ${provenance(view, engineVersion)}
          </main>
          <footer><p>A backtest is what rules would have done to prices that are known by now. It is no forecast and no advice.</p></footer>
        </div>
        <script type="application/json" id="bars">
          ${trusted(embeddedJson(crosshairData(view)))}
        </script>
        <script>
          ${trusted(REPORT_SCRIPT)};
        </script>
      </body>
    </html>
  `;
  return `<!doctype html>\n${page.markup.trim()}\n`;
}
