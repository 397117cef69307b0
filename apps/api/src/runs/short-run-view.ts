import type { JsonObject, Run } from '@projecta/persistence';
import { ownHash } from './own-hash.js';
import { runLinks } from './run-links.js';

/** What something done to a run or a sweep is answered with. */
export function shortRunView(run: Run): JsonObject {
  const { config_hash, status, attempt, pinned } = run;
  return { ...ownHash(run), config_hash, status, attempt, pinned, links: { ...runLinks(run) } };
}
