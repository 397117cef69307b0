import { canonicalJson } from '@projecta/hashing';
import type { Transaction } from '../database.js';
import { RunEventEntity } from '../entities/run-event-entity.js';
import type { NewRunEvent, RunEvent } from '../run-event.js';

/** Appends events to an attempt of a run, in order; answers them with their ids. */
export async function appendEvents(
  transaction: Transaction,
  { run_hash, attempt }: { readonly run_hash: string; readonly attempt: number },
  events: readonly NewRunEvent[],
): Promise<RunEvent[]> {
  const { manager, now: at, appended } = transaction;
  const stored: RunEvent[] = [];
  for (const { type, data = {} } of events) {
    const row = { run_hash, attempt, type, at, data: canonicalJson(data) };
    const { identifiers } = await manager.insert(RunEventEntity, row);
    const { id } = identifiers[0] as { id: number };
    stored.push({ id, run_hash, attempt, type, at, data });
  }
  appended.push(...stored);
  return stored;
}
