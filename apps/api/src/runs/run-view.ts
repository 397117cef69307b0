import { formatInstant } from '@projecta/candles';
import type { ErrorCode } from '@projecta/errors';
import type { JsonObject, Run } from '@projecta/persistence';
import { problemStatus } from '../http/problem-status.js';
import { problemTitle } from '../problems/problem-title.js';
import { runLinks } from './run-links.js';

/** What is known of a run beside its row; null while it has no results. */
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
  const { run_hash, config_hash, data_hash, symbol, timeframe, status, attempt, stage, progress, pinned, config, identity } = run;
  const data = identity['data'] as JsonObject;
  return {
    ...{ run_hash, config_hash, data_hash, status, attempt, stage, progress, pinned },
    created_at: formatInstant(run.created_at),
    started_at: instant(run.started_at),
    finished_at: instant(run.finished_at),
    ...{ symbol, timeframe, start: config['start'] ?? null, end: config['end'] ?? null, bars: data['bars'] ?? null },
    ...NO_SUMMARY,
    ...run.summary,
    ...{ config, data, engine: identity['engine'] ?? null, plugins: identity['plugins'] ?? null },
    manifest: results?.manifest ?? null,
    selection: results?.selection ?? null,
    error: run.error && problemOf(run.error, run_hash),
    timings_ms: run.timings,
    links: runLinks(run_hash),
  };
}

export function instant(at: number | null): string | null {
  return at === null ? null : formatInstant(at);
}

/** What a run failed with, as the problem it would be. */
function problemOf({ code, detail, errors }: JsonObject, run_hash: string): JsonObject {
  const known = code as ErrorCode;
  return {
    ...{ type: `/problems/${known}`, title: problemTitle(known), status: problemStatus(known), detail: detail ?? '' },
    ...{ instance: `/runs/${run_hash}`, code: known, retryable: false, ...(errors !== undefined && { errors }) },
  };
}
