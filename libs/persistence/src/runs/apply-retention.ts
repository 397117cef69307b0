import { In, IsNull } from 'typeorm';
import type { Transaction } from '../database.js';
import { RunEntity } from '../entities/run-entity.js';
import { RunEventEntity } from '../entities/run-event-entity.js';

const AT_ONCE = 100;

/**
 * Prunes the runs, or the sweeps, that ended before the last `keep` (completed; failed or cancelled), pinned ones apart.
 * A pruned run keeps its row and the events that tell its story; its results and its steps of progress go. The ledger is not touched.
 * Answers their run_hashes: their artifacts are the caller's to remove.
 */
export async function applyRetention(
  transaction: Transaction,
  { kind, status }: Pick<RunEntity, 'kind' | 'status'>,
  keep: number,
): Promise<string[]> {
  const { manager, now } = transaction;
  const statuses = status === 'completed' ? ['completed'] : ['failed', 'cancelled'];
  const pruned: string[] = [];
  for (;;) {
    const surplus = await manager.find(RunEntity, {
      select: { run_hash: true },
      where: { kind, status: In(statuses), pinned: false, pruned_at: IsNull() },
      order: { finished_event: 'DESC' },
      skip: keep,
      take: AT_ONCE,
    });
    const hashes = surplus.map((run) => run.run_hash);
    if (hashes.length > 0) {
      await manager.update(RunEntity, { run_hash: In(hashes) }, prunedColumns(now));
      await manager.delete(RunEventEntity, { run_hash: In(hashes), type: 'stage.progress' });
      pruned.push(...hashes);
    }
    if (hashes.length < AT_ONCE) return pruned;
  }
}

/** What pruning makes of a row. */
export function prunedColumns(now: number): Partial<RunEntity> {
  return { pruned_at: now, summary: null, timings: null, error: null };
}
