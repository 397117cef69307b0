import { RunCancelled } from '@projecta/engine';
import { ProjectaError } from '@projecta/errors';
import type { JsonValue } from '@projecta/hashing';
import type { JsonObject, Run } from '@projecta/persistence';
import type { Crew } from '../crew/open-crew.js';
import type { Home } from '../open-home.js';
import { COMPUTING } from '../compute/computing.js';
import type { RequestSource } from '../compute/run-request.js';
import { keepRun, removeLeftOver } from './keep-run.js';
import { progressRecorder } from './progress-recorder.js';
import { watchAttempt } from './watch-attempt.js';

/** How far a run has come: `done` of `total` steps of a stage, and the share of the whole run, 0–1. */
export interface RunStep {
  readonly stage: string;
  readonly done: number;
  readonly total: number;
  readonly share: number;
}

/** What carrying out runs and sweeps needs. */
export interface Execution extends RequestSource {
  readonly home: Home;
  readonly crew: Crew;
  /** How many runs of a kind are kept. */
  readonly keep: number;
  /** Aborts the computing; what becomes of the run in the store is the caller's to say. */
  readonly signal: AbortSignal;
  readonly onProgress?: (step: RunStep) => void;
  /** Told of what broke a run and is no fault of its user: its row says only that it broke. */
  readonly onBroken?: (error: unknown, run_hash: string) => void;
}

/** What became of an attempt: `gone` where it was cancelled, removed or taken over meanwhile. */
export type Executed = 'completed' | 'failed' | 'gone';

/**
 * Computes a running attempt in a thread and stores what comes of it: artifacts and metrics, or the problem it failed with.
 * Progress goes to the store at most ten times a second. What the storage throws is thrown on; the attempt is recovered later then.
 */
export async function executeRun(run: Run, execution: Execution): Promise<Executed> {
  const { home, crew, keep, signal } = execution;
  const { run_hash, kind, attempt } = run;
  const stopping = new AbortController();
  const stop = (): void => stopping.abort();
  signal.addEventListener('abort', stop, { once: true });
  const unwatch = watchAttempt(home, run, stop);
  const recorder = progressRecorder({ home, run, onGone: stop, ...(execution.onProgress && { onProgress: execution.onProgress }) });
  try {
    if (signal.aborted) stop();
    const { compute, ...computing } = COMPUTING[kind];
    const request = await computing.request(run.config as JsonValue, execution);
    const stored = request.stored.filter((one) => run.dataset_id === null || one.dataset_id === run.dataset_id);
    const identified = { ...request, stored, dataHash: run.data_hash };
    const computed = await crew.perform(compute, identified, { onProgress: recorder.show, signal: stopping.signal });
    if (computed.manifest.run_hash !== run_hash) throw changedData(run);
    const { events, timings } = await recorder.end();
    const answer = await keepRun(home, { run_hash, attempt, computed, timings, events, keep });
    return answer.completed ? 'completed' : 'gone';
  } catch (error) {
    const { events, timings } = await recorder.end();
    if (error instanceof RunCancelled) return 'gone';
    if (error instanceof ProjectaError && error.code === 'STORAGE_UNAVAILABLE') throw error;
    if (!(error instanceof ProjectaError) || error.code === 'INTERNAL') execution.onBroken?.(error, run_hash);
    const stopped = await home.store.runs.fail({ run_hash, attempt, error: problemOf(error), timings, events, keep });
    if (stopped) await removeLeftOver(home, stopped.pruned);
    return stopped?.stopped ? 'failed' : 'gone';
  } finally {
    unwatch();
    signal.removeEventListener('abort', stop);
  }
}

function changedData({ symbol, kind }: Run): ProjectaError {
  const message = `The candles of ${symbol} changed after the ${kind} was submitted. Submit it again to run it on the new ones.`;
  return new ProjectaError('DATA_NOT_FOUND', message);
}

/** A problem as the run's row keeps it: what its own user did wrong is told whole, what broke is not. */
function problemOf(error: unknown): JsonObject {
  if (!(error instanceof ProjectaError)) {
    const { syscall, code } = error as NodeJS.ErrnoException;
    if (syscall !== undefined && code !== undefined) {
      return {
        code: 'STORAGE_UNAVAILABLE',
        detail: `The files of the run could not be read or written (${code}). Look at the disk, then try again.`,
      };
    }
    return { code: 'INTERNAL', detail: 'The run could not be computed for a reason of the program. Its log says more.' };
  }
  const { code, message, errors } = error;
  return {
    code,
    detail: message,
    ...(errors.length > 0 && { errors: errors.map(({ allowed, ...one }) => ({ ...one, ...(allowed && { allowed: [...allowed] }) })) }),
  };
}
