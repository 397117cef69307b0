import { Brackets } from 'typeorm';
import type { Database } from '../database.js';
import { RunEntity } from '../entities/run-entity.js';
import type { Run } from './run.js';

/** What a repeated submission is answered with. */
export type RepeatedRun = Pick<Run, 'run_hash' | 'config_hash' | 'status' | 'attempt'>;

/** The run of a whole hash, where submitting it again would change nothing; undefined where that would begin an attempt. */
export type RepeatLookup = (run_hash: string) => Promise<RepeatedRun | undefined>;

/**
 * What a server is asked most often, so it reads four columns by SQL that is built once: 0.05 ms of CPU, where a whole row as a `Run` takes
 * three times that.
 */
export function repeatLookup(database: Database): RepeatLookup {
  let sql: string | undefined;
  return (run_hash) =>
    database.read(async (manager) => {
      sql ??= manager
        .createQueryBuilder()
        .select(['run_hash', 'config_hash', 'status', 'attempt'].map((column) => `run.${column} AS ${column}`))
        .from(RunEntity, 'run')
        .where('run.run_hash = :run_hash', { run_hash })
        .andWhere(
          new Brackets((standing) =>
            standing.where(`run.status IN ('queued', 'running')`).orWhere(`run.status = 'completed' AND run.pruned_at IS NULL`),
          ),
        )
        .getQueryAndParameters()[0];
      const [row] = await manager.query<RepeatedRun[]>(sql, [run_hash]);
      return row;
    });
}
