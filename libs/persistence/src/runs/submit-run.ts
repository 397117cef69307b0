import { ProjectaError, quote } from '@projecta/errors';
import { canonicalJson } from '@projecta/hashing';
import type { Database, Transaction } from '../database.js';
import { DatasetEntity } from '../entities/dataset-entity.js';
import { RunEntity } from '../entities/run-entity.js';
import { type Owner, startRun } from './claim-run.js';
import { queueRun } from './queue-run.js';
import { type Run, toRun } from './run.js';
import type { RunKind } from './run-kind.js';
import type { RunLookup } from './run-lookup.js';

/** What a run, or a sweep, is before anything has happened to it. */
export type NewRun = Pick<
  Run,
  'run_hash' | 'config_hash' | 'data_hash' | 'symbol' | 'timeframe' | 'strategy' | 'data_start' | 'data_end' | 'config' | 'identity'
> & { readonly dataset_id?: number | null };

export interface SubmitOptions {
  /** How many may wait; one more is QUEUE_FULL. No limit when left out. */
  readonly maxQueued?: number;
  /** Who computes it at once: it never waits in the queue. */
  readonly owner?: Owner;
}

/** `created` where this call put it into the queue (new, failed, cancelled or pruned before); else the run is the one that is there. */
export interface Submitted {
  readonly created: boolean;
  readonly run: Run;
}

type NewRow = NewRun & { readonly kind: RunKind };

interface Submission {
  readonly database: Database;
  /** Finds rows of the kind. */
  readonly lookup: RunLookup;
  readonly kind: RunKind;
}

const HASH = /^[0-9a-f]{64}$/;

/**
 * Puts a run into the queue unless it is there, is running or has results: any number of identical calls, from any number of processes,
 * make one attempt. Its `run.queued` is in the same transaction. Throws QUEUE_FULL, and DATA_NOT_FOUND where its data set version is gone.
 */
export async function submitRun({ database, lookup, kind }: Submission, run: NewRun, options: SubmitOptions = {}): Promise<Submitted> {
  if (!HASH.test(run.run_hash)) throw new ProjectaError('NOT_ALLOWED', `${quote(run.run_hash)} is no ${kind}_hash.`);
  // a repeat, the common case, takes no lock
  const present = await lookup(run.run_hash);
  if (present && !isOpenToRetry(present)) return { created: false, run: toRun(present) };
  return database.write((transaction) => insertOrGet(transaction, { ...run, kind }, options));
}

async function insertOrGet(transaction: Transaction, run: NewRow, { maxQueued = Infinity, owner }: SubmitOptions): Promise<Submitted> {
  const { manager, now } = transaction;
  const { run_hash } = run;
  const present = await manager.findOneBy(RunEntity, { run_hash });
  if (present && !isOpenToRetry(present)) return { created: false, run: toRun(present) };
  if (!owner) await checkRoom(transaction, maxQueued);
  const dataset_id = run.dataset_id ?? null;
  await checkDataset(transaction, dataset_id);
  const row = present ? { ...present, dataset_id } : newRow(run, dataset_id, now);
  if (present) await manager.update(RunEntity, { run_hash }, { dataset_id });
  else await manager.insert(RunEntity, row);
  const queued = await queueRun(transaction, row, { newest: true });
  return { created: true, run: toRun(owner ? await startRun(transaction, queued, owner) : queued) };
}

function isOpenToRetry({ status, pruned_at }: RunEntity): boolean {
  return status === 'failed' || status === 'cancelled' || (pruned_at !== null && status === 'completed');
}

async function checkRoom({ manager }: Transaction, maxQueued: number): Promise<void> {
  if (maxQueued === Infinity) return;
  const waiting = await manager.countBy(RunEntity, { status: 'queued' });
  if (waiting < maxQueued) return;
  throw new ProjectaError('QUEUE_FULL', `${waiting} runs are waiting, and ${maxQueued} may. Try again when some have ended.`);
}

async function checkDataset({ manager }: Transaction, dataset_id: number | null): Promise<void> {
  if (dataset_id === null || (await manager.existsBy(DatasetEntity, { dataset_id }))) return;
  throw new ProjectaError('DATA_NOT_FOUND', 'The data set was replaced or removed while the run was being submitted. Submit it again.');
}

function newRow(run: NewRow, dataset_id: number | null, now: number): RunEntity {
  const { run_hash, kind, config_hash, data_hash, symbol, timeframe, strategy, data_start, data_end } = run;
  return {
    ...{ run_hash, kind, config_hash, data_hash, symbol, timeframe, strategy, data_start, data_end, dataset_id },
    config: canonicalJson(run.config),
    identity: canonicalJson(run.identity),
    ...{ status: 'queued', attempt: 0, stage: null, progress: 0, owner: null, lease_until: null },
    ...{ queued_event: 0, finished_event: null, created_at: now, started_at: null, finished_at: null },
    ...{ summary: null, error: null, timings: null, manifest_hash: null, sharpe: null, total_return: null },
    ...{ pinned: false, pruned_at: null },
  };
}
