import { formatInstant } from '@projecta/candles';
import type { JsonObject, RunEvent, RunKind } from '@projecta/persistence';
import { ownHash } from '../runs/own-hash.js';

/** What an event says: `{run_hash | sweep_hash, type, at, attempt, stage?, done?, total?, trials?, code?, message?, metrics?}`. */
export function eventView({ run_hash, type, at, attempt, data }: RunEvent, kind: RunKind): JsonObject {
  return { ...ownHash({ run_hash, kind }), type, at: formatInstant(at), attempt, ...data };
}
