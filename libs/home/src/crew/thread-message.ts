import type { ErrorCode, Problem } from '@projecta/errors';
import type { Progress } from '@projecta/engine';
import type { TaskName } from './tasks.js';

/** What a thread is started with. */
export interface ThreadStart {
  readonly plugins: readonly string[];
  /** One number: 1 once the task in hand is cancelled. */
  readonly cancelled: SharedArrayBuffer;
}

/** What a thread is asked. */
export interface ThreadTask {
  readonly name: TaskName;
  readonly input: unknown;
}

/** An error as it can be posted. */
export type PostedError =
  | {
      readonly kind: 'refused';
      readonly code: ErrorCode;
      readonly message: string;
      readonly errors: readonly Problem[];
      readonly stack: string;
    }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'broken'; readonly message: string; readonly stack: string };

/** What a thread tells. */
export type ThreadMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'done'; readonly output: unknown }
  | PostedError;
