import type { Transaction } from '../database.js';
import { RunEntity } from '../entities/run-entity.js';
import type { JsonObject } from '../run-event.js';
import { appendEvents } from './append-events.js';

/**
 * Begins the next attempt of a run: it is queued, without anything of the attempt before, and says so.
 * One that is not `newest` keeps its place in the queue. Answers the row as it is then.
 */
export async function queueRun(
  transaction: Transaction,
  run: RunEntity,
  { newest, data = {} }: { readonly newest: boolean; readonly data?: JsonObject },
): Promise<RunEntity> {
  const { run_hash } = run;
  const attempt = run.attempt + 1;
  const [event] = await appendEvents(transaction, { run_hash, attempt }, [{ type: 'run.queued', data }]);
  const queued = {
    ...{ status: 'queued', attempt, stage: null, progress: 0, owner: null, lease_until: null },
    ...{ finished_event: null, started_at: null, finished_at: null },
    ...{ summary: null, error: null, timings: null, manifest_hash: null, sharpe: null, total_return: null, pruned_at: null },
    ...(newest ? { queued_event: event!.id, created_at: transaction.now } : {}),
  };
  await transaction.manager.update(RunEntity, { run_hash }, queued);
  return { ...run, ...queued };
}
