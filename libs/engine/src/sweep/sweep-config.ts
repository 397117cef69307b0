import type { MetricId } from '@projecta/metrics';
import type { Grid } from '@projecta/plugin';
import type { NormalizedRunConfig, ParamValues } from '../config/normalized-run-config.js';
import type { RunConfig } from '../config/run-config.js';

export type SweepValue = number | boolean | string;

/** Values to try: a list, or `a:b:step` with b included where the steps reach it. */
export type SweepValues = readonly SweepValue[] | string;

/** Where a random sweep draws one value of a trial from. */
export type RandomAxis =
  | { readonly values: SweepValues }
  | { readonly min: number; readonly max: number; readonly step?: number; readonly scale?: 'linear' | 'log' };

/** A search as a user may write it. Keys of `grid` and `random` are paths into `base`; a bare name means strategy.params. Exactly one of the two. */
export interface SweepConfig {
  readonly base: RunConfig;
  readonly grid?: Readonly<Record<string, SweepValues>>;
  readonly random?: { readonly trials: number; readonly [path: string]: RandomAxis | number };
  /** The metric by which the best trial is chosen; default sharpe. */
  readonly objective?: MetricId;
  /** Judges the search: `{blocks, samples, benchmark}`; absent: it is not judged. */
  readonly overfitting?: Readonly<Record<string, unknown>>;
}

export type NormalizedRandomAxis =
  | { readonly values: readonly SweepValue[] }
  | { readonly min: number; readonly max: number; readonly step?: number; readonly scale: 'linear' | 'log' };

/** The normal form: whole paths in order, ranges as lists, every default written out. It is a SweepConfig whose normal form is itself. */
export interface NormalizedSweep {
  readonly base: NormalizedRunConfig;
  readonly grid?: Grid;
  readonly random?: { readonly trials: number; readonly [path: string]: NormalizedRandomAxis | number };
  readonly objective: MetricId;
  readonly overfitting?: ParamValues;
}
