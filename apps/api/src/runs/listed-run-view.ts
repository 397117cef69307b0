import type { JsonObject, ListedRun } from '@projecta/persistence';
import { formatInstant } from '@projecta/candles';
import { instant } from './run-view.js';

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

/** A run as GET /runs lists it: what it is, where it stands, and its key metrics once it has some. */
export function listedRunView(run: ListedRun): JsonObject {
  const { run_hash, config_hash, data_hash, symbol, timeframe, strategy, status, attempt, stage, progress, pinned, config, error } = run;
  return {
    ...{ run_hash, config_hash, data_hash, symbol, timeframe, strategy },
    ...{ start: config['start'] ?? null, end: config['end'] ?? null, status, attempt, stage, progress, pinned },
    created_at: formatInstant(run.created_at),
    started_at: instant(run.started_at),
    finished_at: instant(run.finished_at),
    metrics: run.summary && keyMetrics(run.summary['metrics'] as JsonObject),
    error: error && { code: error['code'] ?? null, detail: error['detail'] ?? null },
    links: { self: `/runs/${run_hash}` },
  };
}

function keyMetrics(metrics: JsonObject): JsonObject {
  return Object.fromEntries(KEY_METRICS.map((id) => [id, metrics[id] ?? null]));
}
