import type { PostedError } from './posted-error.js';
import type { PostedSource } from './posted-source.js';
import type { TrialJob } from './trial-job.js';

/** What a helper is told: once what its trials are of, then jobs and chunks of their trials. */
export type ToHelper =
  | { readonly kind: 'source'; readonly source: PostedSource }
  | { readonly kind: 'job'; readonly id: number; readonly job: TrialJob }
  | { readonly kind: 'chunk'; readonly id: number; readonly from: number; readonly to: number };

/** What a helper answers, chunk by chunk in the order they were given. */
export type FromHelper =
  /** It is there and has loaded. */
  | { readonly kind: 'ready' }
  /** It cannot help with this source, or has other things to do; chunks that it has not answered are not done. */
  | { readonly kind: 'left' }
  | { readonly kind: 'values'; readonly id: number; readonly values: Float64Array; readonly ms: number }
  /** A trial threw; the chunk's trials before it are done. */
  | {
      readonly kind: 'failed';
      readonly id: number;
      readonly trial: number;
      readonly values: Float64Array;
      readonly error: PostedError;
    };
