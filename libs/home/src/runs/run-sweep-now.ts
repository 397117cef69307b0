import type { JsonValue } from '@projecta/hashing';
import type { IdentifiedSweep } from '../compute/identify-sweep.js';
import { sweepRequest } from '../compute/run-request.js';
import type { Execution } from './execute-run.js';
import { type SeenThrough, seenThrough } from './seen-through.js';
import { submitSweep } from './submit-sweep.js';

/** A sweep that is in the home, whoever computed it. */
export interface SweepNow extends SeenThrough {
  readonly identified: IdentifiedSweep;
}

/** What `runNow` does with a run, done with a sweep. Throws what the sweep failed with, and RunCancelled. */
export async function runSweepNow(sweep: JsonValue, execution: Execution): Promise<SweepNow> {
  const { crew, signal } = execution;
  const request = await sweepRequest(sweep, execution);
  return runIdentifiedSweep(await crew.perform('identifySweep', request, { signal }), execution);
}

/** The same for a sweep whose identity is known. */
export async function runIdentifiedSweep(identified: IdentifiedSweep, execution: Execution): Promise<SweepNow> {
  const { home } = execution;
  const submitted = await submitSweep(home, identified, { owner: { owner: home.owner } });
  return { ...(await seenThrough(submitted, execution)), identified };
}
