import type { Run } from '@projecta/client';

/** A run with its results. */
export type CompletedRun = Run & {
  readonly metrics: NonNullable<Run['metrics']>;
  readonly metric_reasons: NonNullable<Run['metric_reasons']>;
  readonly attribution: NonNullable<Run['attribution']>;
  readonly manifest: NonNullable<Run['manifest']>;
};

export function isCompleted(run: Run): run is CompletedRun {
  return run.status === 'completed' && run.metrics !== null && run.attribution !== null && run.manifest !== null;
}
