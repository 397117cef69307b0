import { ProjectaError } from '@projecta/errors';
import type { EntityManager } from 'typeorm';
import { RunEntity } from '../entities/run-entity.js';
import { findByPrefix } from '../find-by-prefix.js';

/**
 * The run with a hash, or with the only one that begins with a prefix of 8 digits or more; pruned ones too.
 * Throws RUN_NOT_FOUND and AMBIGUOUS_PREFIX.
 */
export async function findRun(manager: EntityManager, hashOrPrefix: string): Promise<RunEntity> {
  return findByPrefix({ manager, entity: RunEntity, key: 'run_hash', prefix: hashOrPrefix, missing: 'RUN_NOT_FOUND', noun: 'run' });
}

/** The same, of runs that still have their results. Throws RUN_PRUNED besides. */
export async function findKeptRun(manager: EntityManager, hashOrPrefix: string): Promise<RunEntity> {
  const run = await findRun(manager, hashOrPrefix);
  if (run.pruned_at === null) return run;
  const message = `The results of run ${run.run_hash} were removed to keep the number of stored runs in its limit. Post its config again to compute it again.`;
  throw new ProjectaError('RUN_PRUNED', message);
}
