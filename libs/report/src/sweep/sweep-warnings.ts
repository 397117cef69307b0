import type { SweepResult, WarningCode } from '@projecta/engine';
import type { SweepPlateau } from './sweep-plateau.js';

/** What a reader should know before believing the best of a sweep. */
export interface SweepWarning {
  readonly code: WarningCode | 'LONE_PEAK' | 'BEST_AT_EDGE';
  readonly message: string;
}

/** Below this many trades, trade statistics say little: the warning of a run. */
const FEW = 30;

/** The warnings of a sweep and its plateau. */
export function sweepWarnings(
  { sweep, objective, trials, best, warnings: ofBars }: SweepResult,
  plateau: SweepPlateau | null,
): SweepWarning[] {
  const warnings: SweepWarning[] = [...ofBars];
  const warn = (when: boolean, code: SweepWarning['code'], message: string): void => {
    if (when) warnings.push({ code, message });
  };
  const fills = trials.params['execution.fill_price'] ?? [sweep.base.execution.fill_price];
  const without = trials.metrics[objective].reduce((count, value) => count + Number(Number.isNaN(value)), 0);
  warn(
    [...fills].includes('close_same'),
    'NOT_CAUSAL',
    'Orders of some trials fill at the very close they were decided on: no real order can do that.',
  );
  warn(
    (best.metrics.trades ?? 0) < FEW,
    'FEW_TRADES',
    `The best trial has ${best.metrics.trades ?? 0} closed trades: trade statistics of fewer than ${FEW} say little.`,
  );
  warn(without > 0, 'METRIC_NULL', `${without} of ${trials.rows} trials have no ${objective}; they rank last.`);
  const alone =
    plateau?.neighbours === 1
      ? 'The trial one step from the best is not'
      : `None of the ${plateau?.neighbours} trials one step from the best is`;
  warn(
    plateau?.alone === true,
    'LONE_PEAK',
    `${alone} within 10 % of the range from worst to best: an edge seldom hangs on one exact value, luck does.`,
  );
  warn(
    (plateau?.at_edge.length ?? 0) > 0,
    'BEST_AT_EDGE',
    `The best lies at the end of what was searched for ${plateau?.at_edge.join(', ')}: a better one may lie beyond.`,
  );
  return warnings;
}
