import type { Database } from '../database.js';
import { RunEntity } from '../entities/run-entity.js';
import type { Run } from './run.js';
import type { RunKind } from './run-kind.js';

/** What a repeated submission is answered with. */
export type RepeatedRun = Pick<Run, 'run_hash' | 'config_hash' | 'status' | 'attempt'>;

/** The run of a whole hash, where submitting it again would change nothing; undefined where that would begin an attempt. */
export type RepeatLookup = (run_hash: string) => Promise<RepeatedRun | undefined>;

/** What a server is asked most often, so it reads four columns of a row and parses none. */
export function repeatLookup(database: Database, kind: RunKind): RepeatLookup {
  const find = database.prepare<RepeatedRun>((manager) =>
    manager
      .createQueryBuilder()
      .select(['run_hash', 'config_hash', 'status', 'attempt'].map((column) => `run.${column} AS ${column}`))
      .from(RunEntity, 'run')
      .where('run.run_hash = :run_hash AND run.kind = :kind', { run_hash: '', kind: '' })
      .andWhere(`(run.status IN ('queued', 'running') OR (run.status = 'completed' AND run.pruned_at IS NULL))`)
      .getQuery(),
  );
  return async (run_hash) => (await find([run_hash, kind]))[0];
}
