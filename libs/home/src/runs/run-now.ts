import { RunCancelled } from '@projecta/engine';
import { ProjectaError } from '@projecta/errors';
import type { Run } from '@projecta/persistence';
import { setTimeout as sleep } from 'node:timers/promises';
import { verifyRunFolder, runFolder } from '@projecta/artifacts/node';
import { identifyRun, type IdentifiedRun } from '../compute/identify-run.js';
import type { JsonValue } from '@projecta/hashing';
import type { Home } from '../open-home.js';
import { executeRun, type Execution } from './execute-run.js';
import { mendRun } from './keep-run.js';
import { submitRun } from './submit-run.js';

/** A run that is in the home, whoever computed it. */
export interface RunNow {
  readonly run: Run;
  readonly identified: IdentifiedRun;
  /** `known`: it was there, intact; `mended`: it was there, damaged, and is whole again. */
  readonly how: 'new' | 'known' | 'mended';
}

/**
 * Runs a config in this process and keeps it in the home, beside whatever else uses it: a run that is there is not computed again, one
 * that another process computes is waited for. Throws what the run failed with, and RunCancelled.
 */
export async function runNow(config: JsonValue, execution: Execution): Promise<RunNow> {
  const { home, crew, signal } = execution;
  const request = { ...(await requestFor(config, execution)), config };
  const identified = await crew.perform('identify', request, { signal });
  const { created, run } = await submitRun(home, identified, { owner: { owner: home.owner } });
  if (!created && run.status === 'completed') return { run, identified, how: await intact(run, { ...execution, request }) };
  const onAbort = (): void => void home.store.runs.cancel(run.run_hash, execution.keep).catch(() => undefined);
  if (created) signal.addEventListener('abort', onAbort, { once: true });
  try {
    if (created) await executeRun(run, execution);
    return { run: await ended(home, run, execution), identified, how: 'new' };
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}

type Request = Parameters<typeof identifyRun>[0];

async function requestFor(config: JsonValue, execution: Execution): Promise<Omit<Request, 'config'>> {
  const { home, dataDir, extraDigests, engineVersion, dataFile = null } = execution;
  const symbol = (config as { readonly symbol?: unknown } | null)?.symbol;
  const stored = typeof symbol === 'string' ? await home.dataSets.versions(symbol) : [];
  return { stored, dataFile, dataDir, extraDigests, engineVersion };
}

async function intact(
  run: Run,
  { home, crew, signal, onProgress, request }: Execution & { readonly request: Request },
): Promise<'known' | 'mended'> {
  const folder = runFolder(home.artifacts, run.run_hash);
  const isIntact = await verifyRunFolder(folder, { runHash: run.run_hash }).then(
    ({ ok }) => ok,
    () => false,
  );
  if (isIntact) return 'known';
  const computed = await crew.perform('compute', request, { signal, onProgress: ({ stage }) => onProgress?.(stage, 0) });
  if (await mendRun(home, run.run_hash, computed)) return 'mended';
  throw new ProjectaError(
    'ARTIFACT_DAMAGED',
    `The artifacts of run ${run.run_hash} are damaged, and computing it again does not give what its manifest says. Remove the run and run it again.`,
  );
}

/** Waits for the end of a run, whoever computes it. */
async function ended(home: Home, { run_hash }: Run, { signal, onProgress }: Execution): Promise<Run> {
  for (;;) {
    const run = await home.store.runs.get(run_hash);
    if (run.status === 'completed') return run;
    if (run.status === 'cancelled' || signal.aborted) throw new RunCancelled();
    if (run.status === 'failed') throw failureOf(run);
    onProgress?.(run.stage ?? 'queued', run.progress);
    await sleep(100);
  }
}

function failureOf({ error }: Run): ProjectaError {
  const { code, detail, errors } = error as unknown as { code: ProjectaError['code']; detail: string; errors?: ProjectaError['errors'] };
  return new ProjectaError(code, detail, errors ?? []);
}
