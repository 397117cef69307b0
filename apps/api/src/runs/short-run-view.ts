import type { JsonObject, Run } from '@projecta/persistence';
import { runLinks } from './run-links.js';

/** What something done to a run is answered with. */
export function shortRunView({ run_hash, config_hash, status, attempt, pinned }: Run): JsonObject {
  return { run_hash, config_hash, status, attempt, pinned, links: { ...runLinks(run_hash) } };
}
