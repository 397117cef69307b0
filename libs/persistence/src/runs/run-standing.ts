import type { Database } from '../database.js';
import { findRun, type WantedRun } from './find-run.js';
import type { RunStatus } from './run.js';

/** How far a run is, without what it holds. */
export interface RunStanding {
  /** Whole, whatever it was asked by. */
  readonly run_hash: string;
  readonly status: RunStatus;
  readonly attempt: number;
  /** Id of the event that ended its attempt; null while it is queued or running. */
  readonly finished_event: number | null;
}

/** By hash or prefix, pruned or not: the events of a pruned run can still be told. Throws RUN_NOT_FOUND and AMBIGUOUS_PREFIX. */
export async function runStanding(database: Database, wanted: WantedRun): Promise<RunStanding> {
  const { run_hash, status, attempt, finished_event } = await database.read((manager) => findRun(manager, wanted));
  return { run_hash, status: status as RunStatus, attempt, finished_event };
}
