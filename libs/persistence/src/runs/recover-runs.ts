import type { Database } from '../database.js';
import { RunEntity } from '../entities/run-entity.js';
import { queueRun } from './queue-run.js';

/** Whether who computes a run still does; asked with the end of its lease, epoch ms. */
export type IsAlive = (owner: string, lease_until: number) => boolean;

/**
 * Queues again the runs whose owners are gone, in their old places and with the next attempt, so that nothing a lost owner may still
 * report can touch them. Answers their run_hashes.
 */
export async function recoverRuns(database: Database, isAlive: IsAlive): Promise<string[]> {
  return database.write(async (transaction) => {
    const running = await transaction.manager.find(RunEntity, { where: { status: 'running' }, order: { queued_event: 'ASC' } });
    const lost = running.filter(({ owner, lease_until }) => owner === null || !isAlive(owner, lease_until ?? 0));
    const data = { message: 'The process that computed this run is gone; it is queued again.' };
    for (const run of lost) await queueRun(transaction, run, { newest: false, data });
    return lost.map(({ run_hash }) => run_hash);
  });
}
