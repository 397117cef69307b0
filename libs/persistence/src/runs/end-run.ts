import type { Transaction } from '../database.js';
import { RunEntity } from '../entities/run-entity.js';
import type { NewRunEvent } from '../run-event.js';
import { appendEvents } from './append-events.js';
import { applyRetention, prunedColumns } from './apply-retention.js';

/** The last event of an attempt, and what becomes of the row. */
export interface Ending {
  readonly status: 'completed' | 'failed' | 'cancelled';
  /** What else is written into the row; asked for after the events are stored. */
  readonly columns?: () => Promise<Partial<RunEntity>> | Partial<RunEntity>;
  readonly events?: readonly NewRunEvent[];
  readonly keep: number;
}

/** A run that has come to its end, and what retention removed for it. */
export interface Ended {
  readonly run: RunEntity;
  /** run_hashes whose artifacts the caller removes. */
  readonly pruned: string[];
}

/** Ends an attempt: row, events and retention; nothing may follow. */
export async function endRun(transaction: Transaction, run: RunEntity, ending: Ending): Promise<Ended> {
  const { manager, now } = transaction;
  const { status, columns = () => ({}), events = [], keep } = ending;
  const stored = await appendEvents(transaction, run, events);
  const ended = { status, owner: null, lease_until: null, finished_at: now, finished_event: stored.at(-1)!.id, ...(await columns()) };
  await manager.update(RunEntity, { run_hash: run.run_hash }, ended);
  const pruned = await applyRetention(transaction, { kind: run.kind, status }, keep);
  const isPruned = pruned.includes(run.run_hash); // kept are the last 0
  return { run: { ...run, ...ended, ...(isPruned ? prunedColumns(now) : {}) }, pruned };
}
