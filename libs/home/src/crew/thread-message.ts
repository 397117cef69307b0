import type { PostedError, Progress } from '@projecta/engine';
import type { MessagePort } from 'node:worker_threads';
import type { TaskName } from './tasks.js';

/** What a thread is started with. */
export interface ThreadStart {
  readonly plugins: readonly string[];
  /** One number: 1 once the task in hand is cancelled. */
  readonly cancelled: SharedArrayBuffer;
}

/** What a thread is asked to do, one thing at a time. */
export type ThreadTask =
  | { readonly kind: 'task'; readonly name: TaskName; readonly input: unknown }
  /** To help the thread at the other end of the line with its trials, until that ends or this is cancelled. */
  | { readonly kind: 'assist'; readonly port: MessagePort };

/** What a thread is told. */
export type ToThread =
  | ThreadTask
  /** A helper for the task in hand is at the other end of the line. */
  | { readonly kind: 'helper'; readonly port: MessagePort };

/** What a thread tells. */
export type ThreadMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'progress'; readonly progress: Progress }
  /** Whether it could do with helpers. */
  | { readonly kind: 'wants'; readonly helpers: boolean }
  | { readonly kind: 'done'; readonly output: unknown }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'threw'; readonly error: PostedError };
