import type { ErrorCode, Problem } from '@projecta/errors';
import type { Progress } from '@projecta/engine';
import type { ComputedRun } from './compute-run.js';

/** What the thread of a run tells the program. */
export type ThreadMessage =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'done'; readonly run: ComputedRun }
  | {
      readonly kind: 'refused';
      readonly code: ErrorCode;
      readonly message: string;
      readonly errors: readonly Problem[];
      readonly stack: string;
    }
  | { readonly kind: 'broken'; readonly message: string; readonly stack: string };
