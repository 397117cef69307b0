import type { MetricId } from '@projecta/metrics';
import type { SearchJob } from '../validation/search-trials.js';

/** Trials of a run. What they are beside is in its config. */
export type RunJob =
  | { readonly kind: 'permutation' | 'walk_forward_permutation' | 'certificates' | 'monte_carlo' | 'choice' }
  | { readonly kind: 'bootstrap'; readonly blockLength: number }
  | { readonly kind: 'jackknife'; readonly metric: MetricId }
  | SearchJob;

/** Trials of a sweep. */
export type SweepJob = { readonly kind: 'sweep' } | SearchJob;

/** Which trials are to be computed: plain data, so that it can be posted. */
export type TrialJob = RunJob | SweepJob;
