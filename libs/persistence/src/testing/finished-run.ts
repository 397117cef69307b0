import type { Store } from '../open-store.js';
import type { Completion } from '../runs/complete-run.js';
import type { NewRun } from '../runs/submit-run.js';
import { completion, sampleRun } from './sample-run.js';

const OWNER = { owner: 'worker-1' };

/** Takes the n-th run from its submission to its completion; answers what completing it answered. */
export async function completeSample(store: Store, n: number | string, changes: Partial<Completion> = {}, run: Partial<NewRun> = {}) {
  const { run: running } = await store.runs.submit(sampleRun(n, run), { owner: OWNER });
  return store.runs.complete(completion(running, changes));
}

/** Takes the n-th run from its submission to its failure; answers what failing it answered. */
export async function failSample(store: Store, n: number | string, keep = 100) {
  const { run } = await store.runs.submit(sampleRun(n), { owner: OWNER });
  const error = { code: 'STRATEGY_ERROR', detail: 'It divides by zero.' };
  return store.runs.fail({ run_hash: run.run_hash, attempt: run.attempt, error, keep });
}
