import type { Run } from '@projecta/persistence';
import type { Home } from '../open-home.js';
import { rowsOf } from './rows-of.js';

const EVERY_MS = 200;

/**
 * Looks whether an attempt is still running: another process may cancel or remove it, and a computation that tells no progress would not
 * learn it. Calls `onGone` once it is not; answers how to stop looking.
 */
export function watchAttempt({ store }: Home, { run_hash, kind, attempt }: Run, onGone: () => void): () => void {
  let seen: number | undefined;
  let isLooking = false;
  const look = async (): Promise<void> => {
    const version = await store.version(); // cheap, and the same until somebody has written
    if (version === seen) return;
    seen = version;
    const run = await rowsOf(store, kind).find(run_hash);
    if (run?.status !== 'running' || run.attempt !== attempt) onGone();
  };
  const timer = setInterval(() => {
    if (isLooking) return;
    isLooking = true;
    look()
      .catch(() => undefined) // the end of the run meets the same trouble, and tells it
      .finally(() => (isLooking = false));
  }, EVERY_MS);
  return () => clearInterval(timer);
}
