import type { RunResult } from '@projecta/engine';
import type { CompletedRun } from './completed-run.js';

/** A run as the reports' tiles and tables of metrics take it. */
export function measured({ metrics, metric_reasons, attribution }: CompletedRun): {
  readonly run: Pick<RunResult, 'metrics' | 'metric_reasons'> & { readonly summary: Pick<RunResult['summary'], 'attribution'> };
} {
  return { run: { metrics, metric_reasons, summary: { attribution } } };
}
