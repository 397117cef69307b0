import { formatInstant } from '@projecta/candles';
import type { JsonObject, RunEvent } from '@projecta/persistence';

/** What an event says: `{run_hash, type, at, attempt, stage?, done?, total?, code?, message?, metrics?}`. */
export function eventView({ run_hash, type, at, attempt, data }: RunEvent): JsonObject {
  return { run_hash, type, at: formatInstant(at), attempt, ...data };
}
