import type { JsonValue } from '@projecta/hashing';

export const RUN_EVENT_TYPES = [
  'run.queued',
  'run.started',
  'stage.started',
  'stage.progress',
  'stage.completed',
  'run.warning',
  'run.completed',
  'run.failed',
  'run.cancelled',
] as const;

export type RunEventType = (typeof RUN_EVENT_TYPES)[number];

export type JsonObject = { readonly [key: string]: JsonValue };

/** What happened to a run; `data` holds what its type adds (stage, done, total, code, message, metrics). */
export interface RunEvent {
  /** Over all runs, strictly increasing in the order of commits. */
  readonly id: number;
  readonly run_hash: string;
  readonly attempt: number;
  readonly type: RunEventType;
  /** Epoch ms. */
  readonly at: number;
  readonly data: JsonObject;
}

/** An event that has not happened yet. */
export interface NewRunEvent {
  readonly type: RunEventType;
  readonly data?: JsonObject;
}
