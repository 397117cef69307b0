import type { JsonValue } from '@projecta/hashing';
import type { RunEntity } from '../entities/run-entity.js';
import type { JsonObject } from '../run-event.js';
import type { RunKind } from './run-kind.js';

export const RUN_STATUSES = ['queued', 'running', 'completed', 'failed', 'cancelled'] as const;

export type RunStatus = (typeof RUN_STATUSES)[number];

/** A run, or a sweep, as it stands. Times are epoch ms; spans are half-open. */
export interface Run {
  /** Of a sweep the sweep_hash. */
  readonly run_hash: string;
  readonly kind: RunKind;
  readonly config_hash: string;
  readonly data_hash: string;
  readonly symbol: string;
  readonly timeframe: string;
  readonly strategy: string;
  readonly data_start: number;
  readonly data_end: number;
  /** The stored version its candles came from; null where they came from elsewhere, or the version is gone. */
  readonly dataset_id: number | null;
  readonly config: JsonObject;
  readonly identity: JsonObject;
  readonly status: RunStatus;
  /** From 1; counts on whenever the run is queued again. */
  readonly attempt: number;
  readonly stage: string | null;
  /** 0–1. */
  readonly progress: number;
  readonly owner: string | null;
  readonly lease_until: number | null;
  /** When its latest submission was taken, computing began, and it ended. */
  readonly created_at: number;
  readonly started_at: number | null;
  readonly finished_at: number | null;
  readonly summary: JsonObject | null;
  /** A problem, when failed. */
  readonly error: JsonObject | null;
  readonly timings: JsonObject | null;
  readonly manifest_hash: string | null;
  readonly pinned: boolean;
  /** When retention took its results away; null while it has them. */
  readonly pruned_at: number | null;
}

/** A run in a list: of its JSON only what was asked for. */
export interface ListedRun extends Omit<Run, 'identity' | 'config' | 'summary' | 'timings'> {
  /** Values of its config, in the order in which they were asked for; null stands for what is not there. */
  readonly config_values: readonly JsonValue[];
  /** Those of its summary; null where it has none. */
  readonly summary_values: readonly JsonValue[] | null;
}

export function toRun(entity: RunEntity): Run {
  return {
    ...plainColumns(entity),
    config: parsed(entity.config),
    identity: parsed(entity.identity),
    summary: parsedOrNull(entity.summary),
    timings: parsedOrNull(entity.timings),
  };
}

/** What every reader of a run wants: all but its large JSON. */
export function plainColumns(entity: Omit<RunEntity, 'config' | 'identity' | 'summary' | 'timings'>) {
  return {
    run_hash: entity.run_hash,
    kind: entity.kind,
    config_hash: entity.config_hash,
    data_hash: entity.data_hash,
    symbol: entity.symbol,
    timeframe: entity.timeframe,
    strategy: entity.strategy,
    data_start: entity.data_start,
    data_end: entity.data_end,
    dataset_id: entity.dataset_id,
    status: entity.status as RunStatus,
    attempt: entity.attempt,
    stage: entity.stage,
    progress: entity.progress,
    owner: entity.owner,
    lease_until: entity.lease_until,
    created_at: entity.created_at,
    started_at: entity.started_at,
    finished_at: entity.finished_at,
    error: parsedOrNull(entity.error),
    manifest_hash: entity.manifest_hash,
    pinned: entity.pinned,
    pruned_at: entity.pruned_at,
  };
}

function parsed(text: string): JsonObject {
  return JSON.parse(text) as { [key: string]: JsonValue };
}

function parsedOrNull(text: string | null): JsonObject | null {
  return text === null ? null : parsed(text);
}
