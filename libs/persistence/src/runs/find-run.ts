import { ProjectaError } from '@projecta/errors';
import type { EntityManager } from 'typeorm';
import { RunEntity } from '../entities/run-entity.js';
import { findByPrefix } from '../find-by-prefix.js';
import { KIND_WORDS, type RunKind } from './run-kind.js';

/** A run or a sweep, by its hash or the beginning of it. */
export interface WantedRun {
  readonly run_hash: string;
  readonly kind: RunKind;
}

/**
 * The run (or sweep) with a hash, or with the only one of its kind that begins with a prefix of 8 digits or more; pruned ones too.
 * Throws RUN_NOT_FOUND or SWEEP_NOT_FOUND, and AMBIGUOUS_PREFIX.
 */
export async function findRun(manager: EntityManager, { run_hash, kind }: WantedRun): Promise<RunEntity> {
  const about = { manager, entity: RunEntity, key: 'run_hash' } as const;
  return findByPrefix({ ...about, prefix: run_hash, where: { kind }, ...KIND_WORDS[kind] });
}

/** The same, of runs that still have their results. Throws RUN_PRUNED besides. */
export async function findKeptRun(manager: EntityManager, wanted: WantedRun): Promise<RunEntity> {
  const run = await findRun(manager, wanted);
  if (run.pruned_at === null) return run;
  const { noun } = KIND_WORDS[wanted.kind];
  const message = `The results of ${noun} ${run.run_hash} were removed to keep the number of stored ${noun}s in its limit. Post its config again to compute it again.`;
  throw new ProjectaError('RUN_PRUNED', message);
}
