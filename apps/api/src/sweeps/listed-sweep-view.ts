import type { JsonObject, ListedRun } from '@projecta/persistence';
import { runAddress } from '../runs/run-links.js';
import { standingView } from '../runs/standing-view.js';

/** What GET /sweeps needs to know of them: never all of their values, which may be many. */
export const LISTED_SWEEP_VALUES = {
  config: ['base.start', 'base.end', 'objective'],
  summary: ['tried', 'trials', 'best.trial', 'best.run_hash', 'best.params', 'best.value'],
};

/** A sweep as GET /sweeps lists it: what it is, where it stands, and its best trial once there is one. */
export function listedSweepView(sweep: ListedRun): JsonObject {
  const { run_hash: sweep_hash, config_hash, data_hash, symbol, timeframe, strategy, config_values, summary_values, error } = sweep;
  const [start = null, end = null, objective = null] = config_values;
  const [tried = null, trials = null, trial = null, run_hash = null, params = null, value = null] = summary_values ?? [];
  return {
    ...{ sweep_hash, config_hash, data_hash, symbol, timeframe, strategy, start, end, ...standingView(sweep), objective, tried, trials },
    best: summary_values && { trial, run_hash, params, value },
    error: error && { code: error['code'] ?? null, detail: error['detail'] ?? null },
    links: { self: runAddress(sweep) },
  };
}
