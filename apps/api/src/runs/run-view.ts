import { formatInstant } from '@projecta/candles';
import type { JsonObject, Run } from '@projecta/persistence';
import { runLinks } from './run-links.js';

/** A run as GET /runs/{run_hash} shows it. */
export function runView(run: Run, manifest: JsonObject | null): JsonObject {
  const { run_hash, config_hash, data_hash, status, attempt, stage, progress, config, error, timings, pinned } = run;
  return {
    ...run.summary,
    ...{ run_hash, config_hash, data_hash, status, attempt, stage, progress, pinned },
    created_at: formatInstant(run.created_at),
    started_at: run.started_at === null ? null : formatInstant(run.started_at),
    finished_at: run.finished_at === null ? null : formatInstant(run.finished_at),
    config,
    data: run.identity['data'] ?? null,
    engine: run.identity['engine'] ?? null,
    plugins: run.identity['plugins'] ?? null,
    manifest,
    error,
    timings_ms: timings,
    links: runLinks(run_hash),
  };
}
