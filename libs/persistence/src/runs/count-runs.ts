import type { Database } from '../database.js';
import { RunEntity } from '../entities/run-entity.js';
import type { RunStatus } from './run.js';

/** How many runs there are of each status, pruned ones left out. */
export async function countRuns(database: Database): Promise<Record<RunStatus, number>> {
  const counts: Record<RunStatus, number> = { queued: 0, running: 0, completed: 0, failed: 0, cancelled: 0 };
  const rows = await database.read((manager) =>
    manager
      .createQueryBuilder(RunEntity, 'run')
      .select('run.status', 'status')
      .addSelect('COUNT(*)', 'count')
      .where('run.pruned_at IS NULL')
      .groupBy('run.status')
      .getRawMany<{ status: RunStatus; count: number }>(),
  );
  for (const { status, count } of rows) counts[status] = Number(count);
  return counts;
}
