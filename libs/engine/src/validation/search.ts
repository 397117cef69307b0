import type { GridPoint } from '@projecta/validation';

/** Trials of a search as overfitting sees them: the bar returns of each over the whole run, made again whenever they are asked for. */
export interface Search {
  /** N. */
  readonly trials: number;
  /** T: returns of each. */
  readonly bars: number;
  point(trial: number): GridPoint;
  /** Simple returns of a trial's equity; they hold until the next ones are asked for. */
  returnsOf(trial: number): Float64Array;
  /** The benchmark's simple return on each bar. */
  readonly benchmark: Float64Array;
  readonly riskFreePerBar: number;
}
