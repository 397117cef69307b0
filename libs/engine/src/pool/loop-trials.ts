import { QUANTUM } from '../trials/pace.js';
import type { Trials, TrialsTo } from './trials.js';

/** Computes trials one after another where it stands. */
export async function loopTrials({ count, width, bars, values }: Trials, { put, tell }: TrialsTo): Promise<void> {
  const into = new Float64Array(width);
  let gathered = QUANTUM;
  for (let trial = 0; trial < count; trial++) {
    if (gathered >= QUANTUM) {
      await tell(trial);
      gathered = 0;
    }
    const long = values(trial, into, 0);
    if (long) for (const _ of long) await tell(trial);
    put(trial, into, 0);
    gathered += bars;
  }
}
