import type { EquityMetricId, Metrics } from '@projecta/metrics';
import type { GridPoint } from './grid-points.js';

/** First bar's open time and the end of the last bar, epoch ms. */
export interface TimeSpan {
  readonly start: number;
  readonly end: number;
}

export interface WalkForwardFoldSummary {
  /** 1 … folds. */
  readonly fold: number;
  readonly train: TimeSpan;
  readonly test: TimeSpan;
  /** The strategy's parameters that were tested, and what else the grid chose under its path. */
  readonly params: GridPoint;
  readonly in_sample: Metrics;
  readonly out_of_sample: Metrics;
}

/** The answer of a walk-forward: names.md, `walk_forward`. */
export interface WalkForwardSummary {
  readonly verdict: string;
  readonly seed: number;
  readonly scheme: 'anchored' | 'rolling';
  readonly folds: readonly WalkForwardFoldSummary[];
  /** Metrics of the tests' equity, end to end. */
  readonly out_of_sample: Readonly<Record<EquityMetricId, number | null>>;
  /** Mean annualised return of the tests over that of the trains; null where the trains earned nothing. */
  readonly efficiency: number | null;
  /** Of each parameter in the grid, the share of folds that chose its most frequent value. */
  readonly stability: Readonly<Record<string, number>>;
}
