import type { JsonObject, ListedRun } from '@projecta/persistence';
import { runAddress } from './run-links.js';
import { standingView } from './standing-view.js';

/** The metrics that a list shows. */
export const KEY_METRICS = [
  'final_equity',
  'total_return',
  'cagr',
  'sharpe',
  'max_drawdown',
  'trades',
  'win_rate',
  'profit_factor',
] as const;

/** What GET /runs needs to know of them. */
export const LISTED_RUN_VALUES = { config: ['start', 'end'], summary: KEY_METRICS.map((id) => `metrics.${id}`) };

/** A run as GET /runs lists it: what it is, where it stands, and its key metrics once it has some. */
export function listedRunView(run: ListedRun): JsonObject {
  const { run_hash, config_hash, data_hash, symbol, timeframe, strategy, config_values, summary_values, error } = run;
  const [start = null, end = null] = config_values;
  return {
    ...{ run_hash, config_hash, data_hash, symbol, timeframe, strategy, start, end, ...standingView(run) },
    metrics: summary_values && Object.fromEntries(KEY_METRICS.map((id, i) => [id, summary_values[i] ?? null])),
    error: error && { code: error['code'] ?? null, detail: error['detail'] ?? null },
    links: { self: runAddress(run) },
  };
}
