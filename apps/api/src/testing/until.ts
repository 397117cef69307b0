import { setTimeout as sleep } from 'node:timers/promises';

/** Resolves once something holds; throws where it does not for 20 s. */
export async function until(holds: () => boolean | Promise<boolean>, ms = 20_000): Promise<void> {
  for (const since = performance.now(); !(await holds()); await sleep(10)) {
    if (performance.now() - since > ms) throw new Error(`It did not come to hold in ${ms} ms: ${holds.toString()}`);
  }
}
