import { randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { failureOf } from './data-source.js';

const PATIENCE_MS = 30_000;
const LONGEST_SLEEP_MS = 12;

/**
 * What an action gives, tried again while another connection holds the database, for 30 s when `patienceMs` is left out.
 * The action must be safe to repeat. Between tries it sleeps for a random while, so that of two busy processes neither starves.
 */
export async function untilFree<T>(action: () => Promise<T>, patienceMs = PATIENCE_MS): Promise<T> {
  const start = performance.now();
  for (;;) {
    try {
      return await action();
    } catch (error) {
      if (failureOf(error) !== 'busy' || performance.now() - start > patienceMs) throw error;
      await sleep(randomInt(1, LONGEST_SLEEP_MS));
    }
  }
}
