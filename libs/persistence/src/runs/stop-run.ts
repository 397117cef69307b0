import { canonicalJson } from '@projecta/hashing';
import type { Database } from '../database.js';
import { RunEntity } from '../entities/run-entity.js';
import type { JsonObject, NewRunEvent } from '../run-event.js';
import { endRun } from './end-run.js';
import { findKeptRun, type WantedRun } from './find-run.js';
import { KEEP } from './keep.js';
import { type Run, toRun } from './run.js';

/** An attempt that could not do its work. */
export interface Failure {
  readonly run_hash: string;
  readonly attempt: number;
  /** A problem; its `code` and `detail` are told in `run.failed`. */
  readonly error: JsonObject;
  readonly timings?: JsonObject;
  readonly events?: readonly NewRunEvent[];
  /** How many failed or cancelled runs are kept, pinned ones apart; 100 when left out. */
  readonly keep?: number;
}

/** What became of the run; `stopped` is false where it was not in flight, and the run is unchanged. */
export interface Stopped {
  readonly stopped: boolean;
  readonly run: Run;
  /** run_hashes that retention took; what artifacts they have, the caller removes. */
  readonly pruned: readonly string[];
}

/** Fails a running attempt; undefined where the run was removed. */
export async function failRun(database: Database, failure: Failure): Promise<Stopped | undefined> {
  const { run_hash, attempt, error, timings, events = [], keep = KEEP } = failure;
  return database.write(async (transaction) => {
    const run = await transaction.manager.findOneBy(RunEntity, { run_hash });
    if (!run) return undefined;
    if (run.status !== 'running' || run.attempt !== attempt) return unchanged(run);
    const columns = () => ({ error: canonicalJson(error), timings: timings ? canonicalJson(timings) : null });
    const data = told(error);
    const ended = await endRun(transaction, run, { status: 'failed', columns, events: [...events, { type: 'run.failed', data }], keep });
    return { stopped: true, run: toRun(ended.run), pruned: ended.pruned };
  });
}

/** Cancels a run in flight at once; whoever computes it learns it from its next progress. Throws what finding it throws. */
export async function cancelRun(database: Database, wanted: WantedRun, keep = KEEP): Promise<Stopped> {
  return database.write(async (transaction) => {
    const run = await findKeptRun(transaction.manager, wanted);
    if (run.status !== 'queued' && run.status !== 'running') return unchanged(run);
    const ended = await endRun(transaction, run, { status: 'cancelled', events: [{ type: 'run.cancelled' }], keep });
    return { stopped: true, run: toRun(ended.run), pruned: ended.pruned };
  });
}

function unchanged(run: RunEntity): Stopped {
  return { stopped: false, run: toRun(run), pruned: [] };
}

function told({ code, detail }: JsonObject): JsonObject {
  return { ...(typeof code === 'string' ? { code } : {}), ...(typeof detail === 'string' ? { message: detail } : {}) };
}
