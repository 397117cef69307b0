import type { JsonObject, Run } from '@projecta/persistence';
import { errorView } from './error-view.js';
import { runLinks } from './run-links.js';
import { standingView } from './standing-view.js';

/** What is known of a run or a sweep beside its row; null while it has no results. */
export interface RunResults {
  readonly manifest: JsonObject;
  readonly selection: JsonObject;
}

/** The fields of a summary before there is one: a front end finds the same keys in every state. */
const NO_SUMMARY = {
  ...{ gaps: null, metrics: null, metric_reasons: null, ambiguity_band: null, attribution: null, open_trade: null },
  ...{ warnings: [], causal: null, validation: null },
};

/** A run as GET /runs/{run_hash} shows it. */
export function runView(run: Run, results: RunResults | null): JsonObject {
  const { run_hash, config_hash, data_hash, symbol, timeframe, config, identity } = run;
  const data = identity['data'] as JsonObject;
  return {
    ...{ run_hash, config_hash, data_hash, ...standingView(run) },
    ...{ symbol, timeframe, start: config['start'] ?? null, end: config['end'] ?? null, bars: data['bars'] ?? null },
    ...NO_SUMMARY,
    ...run.summary,
    ...{ config, data, engine: identity['engine'] ?? null, plugins: identity['plugins'] ?? null },
    manifest: results?.manifest ?? null,
    selection: results?.selection ?? null,
    error: errorView(run),
    timings_ms: run.timings,
    links: { ...runLinks(run) },
  };
}
