import type { SweepResult } from '@projecta/engine';
import { MAP_SCRIPT } from './assets/map-script.js';
import { THEME_SCRIPT } from './assets/report-script.js';
import type { ReportOptions } from './render-report.js';
import { reportPage } from './report-page.js';
import { navigation } from './sections/navigation.js';
import { section } from './sections/section.js';
import { warningList } from './sections/warning-list.js';
import { judgement } from './sweep/judgement.js';
import { searched } from './sweep/searched.js';
import { sweepMap } from './sweep/sweep-map.js';
import { sweepMasthead } from './sweep/sweep-masthead.js';
import { sweepProof } from './sweep/sweep-proof.js';
import { sweepView } from './sweep/sweep-view.js';
import { sweepWarnings } from './sweep/sweep-warnings.js';
import { topTrials } from './sweep/top-trials.js';

/** A sweep as one self-contained HTML page: report.html. The same sweep gives the same bytes; what users wrote is escaped; size is bounded whatever the number of trials. */
export function renderSweepReport(result: SweepResult, { engineVersion }: ReportOptions = {}): string {
  const view = sweepView(result);
  const { symbol, timeframe, strategy } = result.sweep.base;
  const warnings = sweepWarnings(result, view.plateau);
  const list = warningList(warnings);
  return reportPage({
    title: `${symbol} ${timeframe} · ${strategy.name} · sweep report`,
    masthead: sweepMasthead(view, warnings.length),
    navigation: navigation(list === null ? PLACES : [['warnings', 'Warnings'], ...PLACES]),
    main: [
      list && section({ id: 'warnings', title: 'Before you read on', body: list }),
      sweepMap(view),
      judgement(view),
      topTrials(view),
      searched(view),
      sweepProof(view, engineVersion),
    ],
    script: `'use strict';${THEME_SCRIPT}${MAP_SCRIPT}`,
  });
}

const PLACES = [
  ['map', 'Map'],
  ['evidence', 'Overfitting'],
  ['trials', 'Trials'],
  ['searched', 'Searched'],
  ['proof', 'Proof'],
] as const;
