import type { Distribution } from '../permutation-summary.js';

/** One metric of a bootstrap: what the run had, and between what it came out in the resamples. */
export interface MetricInterval {
  readonly observed: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly distribution: Distribution;
  /** Why the interval is not the one asked for, or why there is none. */
  readonly note?: string;
}

/** The answer of a block bootstrap: names.md, `block_bootstrap`. */
export interface BlockBootstrapSummary {
  readonly verdict: string;
  readonly seed: number;
  readonly method: 'stationary' | 'circular' | 'iid';
  readonly interval: 'percentile' | 'bca';
  readonly confidence: number;
  /** Bars: the mean of a block (stationary), or its length. */
  readonly block_length: number;
  readonly samples: number;
  /** By metric id. */
  readonly metrics: Readonly<Record<string, MetricInterval>>;
}
