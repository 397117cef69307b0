import type { JsonValue } from '@projecta/hashing';
import type { IdentifiedRun } from '../compute/identify-run.js';
import { runRequest } from '../compute/run-request.js';
import type { Execution } from './execute-run.js';
import { type SeenThrough, seenThrough } from './seen-through.js';
import { submitRun } from './submit-run.js';

/** A run that is in the home, whoever computed it. */
export interface RunNow extends SeenThrough {
  readonly identified: IdentifiedRun;
}

/**
 * Runs a config in this process and keeps it in the home, beside whatever else uses it: a run that is there is not computed again, one
 * that another process computes is waited for. Throws what the run failed with, and RunCancelled.
 */
export async function runNow(config: JsonValue, execution: Execution): Promise<RunNow> {
  const { crew, signal } = execution;
  const request = await runRequest(config, execution);
  return runIdentified(await crew.perform('identify', request, { signal }), execution);
}

/** The same for a run whose identity is known. */
export async function runIdentified(identified: IdentifiedRun, execution: Execution): Promise<RunNow> {
  const { home } = execution;
  const submitted = await submitRun(home, identified, { owner: { owner: home.owner } });
  return { ...(await seenThrough(submitted, execution)), identified };
}
