import { ProjectaError } from '@projecta/errors';
import type { Database } from '../database.js';
import { RunEntity } from '../entities/run-entity.js';
import { findKeptRun, type WantedRun } from './find-run.js';
import { type Run, toRun } from './run.js';
import { KIND_WORDS } from './run-kind.js';

/**
 * Removes a run with its events; the ledger keeps its manifest, and the config stays counted as tried.
 * Answers the run as it was: its artifacts, and its worker if it was in flight, are the caller's. Throws RUN_PINNED, and what finding it throws.
 */
export async function removeRun(database: Database, wanted: WantedRun): Promise<Run> {
  return database.write(async ({ manager }) => {
    const run = await findKeptRun(manager, wanted);
    if (run.pinned)
      throw new ProjectaError(
        'RUN_PINNED',
        `The ${KIND_WORDS[wanted.kind].noun} ${run.run_hash} is pinned. Unpin it before you delete it.`,
      );
    await manager.delete(RunEntity, { run_hash: run.run_hash });
    return toRun(run);
  });
}

/** Pins a run (retention passes it by, and it cannot be removed) or unpins it. Throws what finding it throws. */
export async function setPin(database: Database, wanted: WantedRun, pinned: boolean): Promise<Run> {
  return database.write(async ({ manager }) => {
    const run = await findKeptRun(manager, wanted);
    if (run.pinned !== pinned) await manager.update(RunEntity, { run_hash: run.run_hash }, { pinned });
    return toRun({ ...run, pinned });
  });
}
