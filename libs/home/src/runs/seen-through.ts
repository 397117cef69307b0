import { verifyRunFolder, runFolder } from '@projecta/artifacts/node';
import { type Progress, RunCancelled } from '@projecta/engine';
import { ProjectaError } from '@projecta/errors';
import type { JsonValue } from '@projecta/hashing';
import type { Run, Submitted } from '@projecta/persistence';
import { setTimeout as sleep } from 'node:timers/promises';
import { COMPUTING } from '../compute/computing.js';
import { isOwnerAlive } from '../process-owner.js';
import { executeRun, type Execution } from './execute-run.js';
import { mendRun, removeLeftOver } from './keep-run.js';
import { rowsOf } from './rows-of.js';

/** A run or a sweep that is in the home, whoever computed it. */
export interface SeenThrough {
  readonly run: Run;
  /** `known`: it was there, intact; `mended`: it was there, damaged, and is whole again. */
  readonly how: 'new' | 'known' | 'mended';
}

/** How often the run of another process is looked at, and how often that process itself. */
const LOOK_MS = 100;
const LOOKS_A_RECOVERY = 10;

/** Sees what was submitted with this process as its owner to its end, and what was there already to being intact. */
export async function seenThrough({ created, run }: Submitted, execution: Execution): Promise<SeenThrough> {
  if (run.status === 'completed') return { run, how: await intact(run, execution) };
  return { run: await carriedOut(run, { execution, isMine: created }), how: 'new' };
}

/** Sees a run to its end: computes it where nobody does, else waits for who does. */
async function carriedOut(first: Run, { execution, isMine }: { readonly execution: Execution; readonly isMine: boolean }): Promise<Run> {
  const { store, owner } = execution.home;
  const { run_hash, kind } = first;
  const rows = rowsOf(store, kind);
  let mine: Run | undefined = isMine ? first : undefined;
  for (let looks = 1; ; looks++) {
    if (mine) await computed(mine, execution);
    const run = await rows.get(run_hash);
    if (run.status === 'completed') return run;
    if (run.status === 'failed') throw failureOf(run);
    if (run.status === 'cancelled' || execution.signal.aborted) throw new RunCancelled();
    mine = run.status === 'queued' ? await rows.claim(run_hash, { owner }) : undefined;
    if (mine) continue;
    const share = Math.round(run.progress * 100);
    execution.onProgress?.({ stage: run.stage ?? run.status, done: share, total: 100, share: run.progress });
    await sleep(LOOK_MS);
    if (looks % LOOKS_A_RECOVERY === 0) await rows.recover((of) => isOwnerAlive(of));
  }
}

/** Computes a run that this process has taken; where that is aborted, the run is cancelled in the store before this ends. */
async function computed(run: Run, execution: Execution): Promise<void> {
  const { home, signal, keep } = execution;
  const outcome = await executeRun(run, execution);
  if (outcome !== 'gone' || !signal.aborted) return;
  const stopped = await rowsOf(home.store, run.kind).cancel(run.run_hash, keep).catch(passRemoved);
  if (stopped) await removeLeftOver(home, stopped.pruned);
  throw new RunCancelled();
}

/** Whether the artifacts of a completed run are what the ledger says; damaged ones are computed again. Throws ARTIFACT_DAMAGED. */
async function intact(run: Run, execution: Execution): Promise<'known' | 'mended'> {
  const { home, crew, signal, onProgress } = execution;
  const { run_hash, kind, manifest_hash, data_hash: dataHash } = run;
  const expected = { runHash: run_hash, ...(manifest_hash !== null && { manifestHash: manifest_hash }) };
  const isIntact = await verifyRunFolder(runFolder(home.artifacts, run_hash), expected).then(
    ({ ok }) => ok,
    () => false,
  );
  if (isIntact) return 'known';
  const { request, compute } = COMPUTING[kind];
  const again = { ...(await request(run.config as JsonValue, execution)), dataHash };
  const show = (progress: Progress): void => onProgress?.({ ...progress, share: progress.done / Math.max(1, progress.total) });
  if (await mendRun(home, run_hash, await crew.perform(compute, again, { signal, onProgress: show }))) return 'mended';
  throw new ProjectaError(
    'ARTIFACT_DAMAGED',
    `The artifacts of ${kind} ${run_hash} are damaged, and computing it again does not give what its manifest says. Delete it (DELETE /${kind}s/{${kind}_hash} of the service) and run it again.`,
  );
}

const GONE: ReadonlySet<string> = new Set(['RUN_NOT_FOUND', 'SWEEP_NOT_FOUND', 'RUN_PRUNED']);

function passRemoved(error: unknown): undefined {
  if (error instanceof ProjectaError && GONE.has(error.code)) return undefined;
  throw error;
}

function failureOf({ error }: Run): ProjectaError {
  const { code, detail, errors } = error as unknown as { code: ProjectaError['code']; detail: string; errors?: ProjectaError['errors'] };
  return new ProjectaError(code, detail, errors ?? []);
}
