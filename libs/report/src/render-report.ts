import type { RunResult } from '@projecta/engine';
import { REPORT_SCRIPT } from './assets/report-script.js';
import { MARK_SYMBOLS } from './charts/trade-marks.js';
import { crosshairData } from './crosshair-data.js';
import { methodReports } from './methods/method-reports.js';
import { reportPage } from './report-page.js';
import { runView } from './run-view.js';
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
import { verdicts } from './sections/verdicts.js';

export interface ReportOptions {
  /** Version of the engine's package, named beside its semantics version. */
  readonly engineVersion?: string;
}

/** A run as one self-contained HTML page: report.html. The same run gives the same bytes; what users wrote is escaped; size is bounded whatever the number of bars. */
export function renderReport(run: RunResult, { engineVersion }: ReportOptions = {}): string {
  const view = runView(run);
  const { symbol, timeframe, strategy } = run.config;
  const notice = notices(view);
  const reports = methodReports(run);
  const sections = [
    performance(view),
    verdicts(view, reports),
    returns(view),
    costs(view),
    trades(view),
    evidence(view, reports),
    metricTable(view),
  ];
  return reportPage({
    title: `${symbol} ${timeframe} · ${strategy.name} · backtest report`,
    masthead: masthead(view),
    navigation: navigation(notice === null ? PLACES : [['warnings', 'Warnings'], ...PLACES]),
    main: [notice, sections, provenance(view, engineVersion)],
    symbols: MARK_SYMBOLS,
    data: { id: 'bars', value: crosshairData(view) },
    script: REPORT_SCRIPT,
  });
}

const PLACES = [
  ['performance', 'Performance'],
  ['verdicts', 'Luck or edge'],
  ['returns', 'Returns'],
  ['costs', 'Costs'],
  ['trades', 'Trades'],
  ['evidence', 'Evidence'],
  ['metrics', 'Metrics'],
  ['provenance', 'Proof'],
] as const;
