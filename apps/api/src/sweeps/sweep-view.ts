import type { JsonObject, Run } from '@projecta/persistence';
import { errorView } from '../runs/error-view.js';
import { runLinks } from '../runs/run-links.js';
import type { RunResults } from '../runs/run-view.js';
import { standingView } from '../runs/standing-view.js';

/** The fields of a summary before there is one: a front end finds the same keys in every state. */
const NO_SUMMARY = {
  ...{ lower_is_better: null, tried: null, trials: null, skipped: null, best: null, certified: null, plateau: null },
  ...{ warnings: [], validation: null },
};

/** A sweep as GET /sweeps/{sweep_hash} shows it. */
export function sweepView(run: Run, results: RunResults | null): JsonObject {
  const { run_hash: sweep_hash, config_hash, data_hash, symbol, timeframe, config: sweep, identity } = run;
  const [base, data] = [sweep['base'] as JsonObject, identity['data'] as JsonObject];
  return {
    ...{ sweep_hash, config_hash, data_hash, ...standingView(run) },
    ...{ symbol, timeframe, start: base['start'] ?? null, end: base['end'] ?? null, bars: data['bars'] ?? null },
    objective: sweep['objective'] ?? null,
    ...NO_SUMMARY,
    ...run.summary,
    ...{ sweep, data, engine: identity['engine'] ?? null, plugins: identity['plugins'] ?? null },
    manifest: results?.manifest ?? null,
    selection: results?.selection ?? null,
    error: errorView(run),
    timings_ms: run.timings,
    links: { ...runLinks(run) },
  };
}
