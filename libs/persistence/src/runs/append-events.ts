import { canonicalJson } from '@projecta/hashing';
import type { Transaction } from '../database.js';
import { RunEventEntity } from '../entities/run-event-entity.js';
import type { NewRunEvent, RunEvent } from '../run-event.js';

/** In one statement: a run tells some twenty at its end, and each statement is half a millisecond. */
const AT_ONCE = 100;

/** Appends events to an attempt of a run, in order; answers them with their ids. */
export async function appendEvents(
  transaction: Transaction,
  { run_hash, attempt }: { readonly run_hash: string; readonly attempt: number },
  events: readonly NewRunEvent[],
): Promise<RunEvent[]> {
  const { manager, now: at, appended } = transaction;
  const stored: RunEvent[] = [];
  for (let from = 0; from < events.length; from += AT_ONCE) {
    const some = events.slice(from, from + AT_ONCE);
    const rows = some.map(({ type, data = {} }) => ({ run_hash, attempt, type, at, data: canonicalJson(data) }));
    const { identifiers } = await manager.insert(RunEventEntity, rows); // rows of one statement get consecutive ids, in their order
    stored.push(
      ...some.map(({ type, data = {} }, i) => ({ id: (identifiers[i] as { id: number }).id, run_hash, attempt, type, at, data })),
    );
  }
  appended.push(...stored);
  return stored;
}
