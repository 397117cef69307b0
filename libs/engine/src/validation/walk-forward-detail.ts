import type { MetricId } from '@projecta/metrics';
import type { WalkForwardFoldSummary } from '@projecta/validation';
import type { ValidationTrial } from '../validation-summary.js';

interface Stitched {
  readonly objective: MetricId;
  /** Equity of the tests, end to end. */
  readonly equity: Float64Array;
  /** The run's bar at which it begins. */
  readonly from: number;
}

/**
 * Rows of validation_detail: a fold's objective in and out of sample, the trial being the fold (from 1), and the stitched equity, the trial being the
 * run's bar: what a timeline is drawn from.
 */
export function walkForwardDetail(folds: readonly WalkForwardFoldSummary[], { objective, equity, from }: Stitched): ValidationTrial[] {
  const rows: ValidationTrial[] = [];
  const put = (trial: number, metric: string, value: number | null): void =>
    void rows.push({ method: 'walk_forward', trial, metric, value });
  for (const { fold, in_sample, out_of_sample } of folds) {
    put(fold, `in_sample.${objective}`, in_sample[objective]);
    put(fold, `out_of_sample.${objective}`, out_of_sample[objective]);
  }
  for (let t = 0; t < equity.length; t++) put(from + t, 'equity', equity[t]!);
  return rows;
}
