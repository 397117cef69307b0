import type { Artifact, Manifest, SweepSummary } from '@projecta/artifacts';
import type { Metrics, RunSummary } from '@projecta/engine';
import type { Tried } from '@projecta/persistence';

/** A run or a sweep as files, what is kept beside them, and what was said while its candles were read. */
export interface Computed {
  readonly artifacts: readonly Artifact[];
  readonly manifest: Manifest;
  readonly summary: RunSummary | SweepSummary;
  /** Of the run, or of the best trial. */
  readonly metrics: Metrics;
  /** The run, or the trials. */
  readonly tried: Tried;
  readonly dataset_id: number | null;
  readonly candlesFrom: string;
  readonly notes: readonly string[];
}
