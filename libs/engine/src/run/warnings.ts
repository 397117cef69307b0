import type { Outcome } from '@projecta/simulator';
import type { NormalizedRunConfig } from '../config/normalized-run-config.js';
import type { RunWarning } from '../run-result.js';

/** Below this many trades, trade statistics say little. */
const FEW = 30;

interface Circumstances {
  readonly config: NormalizedRunConfig;
  readonly outcome: Outcome;
  readonly gaps: number;
  readonly annualization: { readonly value: number; readonly guessed: boolean };
}

/** Everything about a run that its reader should know before believing it. */
export function runWarnings({ config, outcome, gaps, annualization }: Circumstances): RunWarning[] {
  const warnings: RunWarning[] = [];
  const warn = (when: boolean, code: RunWarning['code'], message: string): void => {
    if (when) warnings.push({ code, message });
  };
  const { trades } = outcome;
  warn(
    config.execution.fill_price === 'close_same',
    'NOT_CAUSAL',
    'Orders fill at the very close they were decided on: no real order can do that.',
  );
  warnings.push(...dataWarnings({ config, gaps, annualization }));
  warn(outcome.ruined, 'RUINED', 'Equity fell to 0 or below: the position was liquidated and trading stopped.');
  warn(
    trades.length < FEW,
    'FEW_TRADES',
    `${trades.length} closed trade${trades.length === 1 ? '' : 's'}: trade statistics of fewer than ${FEW} say little.`,
  );
  warn(
    outcome.ambiguous_bars > 0,
    'AMBIGUOUS_FILLS',
    `${outcome.ambiguous_bars} bar${outcome.ambiguous_bars === 1 ? '' : 's'} touched both stop and target: see the ambiguity band.`,
  );
  warn(
    outcome.clipped_orders > 0,
    'ORDERS_CLIPPED',
    `${outcome.clipped_orders} buy order${outcome.clipped_orders === 1 ? ' was' : 's were'} cut to what the cash pays for.`,
  );
  warn(
    outcome.dropped_orders > 0,
    'ORDERS_DROPPED',
    `${outcome.dropped_orders} order${outcome.dropped_orders === 1 ? ' was' : 's were'} dropped on a bar without volume.`,
  );
  return warnings;
}

/** What to know of the bars themselves, whatever trades on them. */
export function dataWarnings({ config, gaps, annualization }: Omit<Circumstances, 'outcome'>): RunWarning[] {
  const guessed: RunWarning = {
    code: 'ANNUALIZATION_GUESSED',
    message: `Less than a week of bars: annual figures assume ${annualization.value} bars a year.`,
  };
  const holes: RunWarning = {
    code: 'GAPS',
    message: `${gaps} step${gaps === 1 ? '' : 's'} between bars ${gaps === 1 ? 'is' : 'are'} longer than ${config.timeframe}; nothing was filled in.`,
  };
  return [...(annualization.guessed ? [guessed] : []), ...(gaps > 0 ? [holes] : [])];
}
