import { verifyRunFolder, runFolder } from '@projecta/artifacts/node';
import { type Progress, RunCancelled } from '@projecta/engine';
import { ProjectaError } from '@projecta/errors';
import type { JsonValue } from '@projecta/hashing';
import type { Run } from '@projecta/persistence';
import { setTimeout as sleep } from 'node:timers/promises';
import type { IdentifiedRun } from '../compute/identify-run.js';
import { runRequest } from '../compute/run-request.js';
import { isOwnerAlive } from '../process-owner.js';
import { executeRun, type Execution } from './execute-run.js';
import { mendRun, removeLeftOver } from './keep-run.js';
import { submitRun } from './submit-run.js';

/** A run that is in the home, whoever computed it. */
export interface RunNow {
  readonly run: Run;
  readonly identified: IdentifiedRun;
  /** `known`: it was there, intact; `mended`: it was there, damaged, and is whole again. */
  readonly how: 'new' | 'known' | 'mended';
}

/** How often the run of another process is looked at, and how often that process itself. */
const LOOK_MS = 100;
const LOOKS_A_RECOVERY = 10;

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
  const { created, run } = await submitRun(home, identified, { owner: { owner: home.owner } });
  if (run.status === 'completed') return { run, identified, how: await intact(run, execution) };
  return { run: await carriedOut(run, { execution, isMine: created }), identified, how: 'new' };
}

/** Sees a run to its end: computes it where nobody does, else waits for who does. */
async function carriedOut(
  { run_hash, ...first }: Run,
  { execution, isMine }: { readonly execution: Execution; readonly isMine: boolean },
): Promise<Run> {
  const { store, owner } = execution.home;
  let mine: Run | undefined = isMine ? { run_hash, ...first } : undefined;
  for (let looks = 1; ; looks++) {
    if (mine) await computed(mine, execution);
    const run = await store.runs.get(run_hash);
    if (run.status === 'completed') return run;
    if (run.status === 'failed') throw failureOf(run);
    if (run.status === 'cancelled' || execution.signal.aborted) throw new RunCancelled();
    mine = run.status === 'queued' ? await store.runs.claim(run_hash, { owner }) : undefined;
    if (mine) continue;
    const share = Math.round(run.progress * 100);
    execution.onProgress?.({ stage: run.stage ?? run.status, done: share, total: 100, share: run.progress });
    await sleep(LOOK_MS);
    if (looks % LOOKS_A_RECOVERY === 0) await store.runs.recover((of) => isOwnerAlive(of));
  }
}

/** Computes a run that this process has taken; where that is aborted, the run is cancelled in the store before this ends. */
async function computed(run: Run, execution: Execution): Promise<void> {
  const { home, signal, keep } = execution;
  const outcome = await executeRun(run, execution);
  if (outcome !== 'gone' || !signal.aborted) return;
  const stopped = await home.store.runs.cancel(run.run_hash, keep).catch(passRemoved);
  if (stopped) await removeLeftOver(home, stopped.pruned);
  throw new RunCancelled();
}

/** Whether the artifacts of a completed run are what the ledger says; damaged ones are computed again. Throws ARTIFACT_DAMAGED. */
async function intact(run: Run, execution: Execution): Promise<'known' | 'mended'> {
  const { home, crew, signal, onProgress } = execution;
  const { run_hash, manifest_hash, data_hash: dataHash } = run;
  const expected = { runHash: run_hash, ...(manifest_hash !== null && { manifestHash: manifest_hash }) };
  const isIntact = await verifyRunFolder(runFolder(home.artifacts, run_hash), expected).then(
    ({ ok }) => ok,
    () => false,
  );
  if (isIntact) return 'known';
  const request = { ...(await runRequest(run.config as JsonValue, execution)), dataHash };
  const show = (progress: Progress): void => onProgress?.({ ...progress, share: progress.done / Math.max(1, progress.total) });
  if (await mendRun(home, run_hash, await crew.perform('compute', request, { signal, onProgress: show }))) return 'mended';
  throw new ProjectaError(
    'ARTIFACT_DAMAGED',
    `The artifacts of run ${run_hash} are damaged, and computing it again does not give what its manifest says. Delete it (DELETE /runs/{run_hash} of the service) and run it again.`,
  );
}

function passRemoved(error: unknown): undefined {
  if (error instanceof ProjectaError && (error.code === 'RUN_NOT_FOUND' || error.code === 'RUN_PRUNED')) return undefined;
  throw error;
}

function failureOf({ error }: Run): ProjectaError {
  const { code, detail, errors } = error as unknown as { code: ProjectaError['code']; detail: string; errors?: ProjectaError['errors'] };
  return new ProjectaError(code, detail, errors ?? []);
}
