import type { Run } from '@projecta/persistence';
import { isOwnerAlive } from '../process-owner.js';
import { executeRun, type Execution } from './execute-run.js';

/** Takes waiting runs and carries them out, so many at once. */
export interface WorkLoop {
  /** Looks for waiting runs now. */
  wake(): void;
  /** Carries out a run that this process has taken already. */
  take(run: Run): void;
  /** Stops the computing of a run, if it is computed here; the store says what becomes of it. */
  abort(run_hash: string): void;
  /** How many runs are computed here. */
  readonly running: number;
  /** Whether another run could begin at once. */
  readonly isFree: boolean;
  /** Takes no more; waits up to `grace_ms` for what runs, then gives it back to the queue. */
  stop(grace_ms: number): Promise<void>;
}

/** Other processes put runs into the queue, and die: both are looked for. */
const LOOK_MS = 500;
const RECOVER_MS = 5_000;
const LEASE_MS = 30_000;

export interface WorkLoopOptions {
  readonly execution: Omit<Execution, 'signal' | 'onProgress' | 'onBroken'>;
  readonly slots: number;
  /** Told of what the storage threw, and of what broke a run. */
  readonly onTrouble: (error: unknown, run_hash?: string) => void;
  readonly onEnded?: (run: Run, outcome: 'completed' | 'failed' | 'gone') => void;
}

export function startWorkLoop({ execution, slots, onTrouble, onEnded }: WorkLoopOptions): WorkLoop {
  const { home, keep } = execution;
  const { store, owner } = home;
  const running = new Map<string, { readonly abort: AbortController; readonly over: Promise<void> }>();
  /** Attempts whose end the storage did not take: this process lives, so nobody would take them up again. */
  const untold = new Set<Run>();
  let isStopping = false;
  let looking: Promise<void> | undefined;
  let again = false;

  const begin = (run: Run): void => {
    const abort = new AbortController();
    const over = executeRun(run, { ...execution, signal: abort.signal, onBroken: onTrouble })
      .then((outcome) => onEnded?.(run, outcome))
      .catch((error: unknown) => {
        untold.add(run);
        onTrouble(error, run.run_hash);
      })
      .finally(() => {
        running.delete(run.run_hash);
        wake();
      });
    running.set(run.run_hash, { abort, over });
  };
  const look = async (): Promise<void> => {
    while (!isStopping && running.size < slots) {
      const run = await store.runs.claimNext({ owner, lease_ms: LEASE_MS });
      if (!run || isStopping) return; // what was taken meanwhile, `stop` gives back
      begin(run);
    }
  };
  const wake = (): void => {
    again = looking !== undefined;
    if (looking || isStopping) return;
    looking = look()
      .catch((error: unknown) => onTrouble(error))
      .finally(() => {
        looking = undefined;
        if (again) wake();
      });
  };
  const tell = async (): Promise<void> => {
    for (const run of untold) {
      const { run_hash, attempt } = run;
      const detail = 'The storage did not take the results of the run. Run it again.';
      await store.runs.fail({ run_hash, attempt, keep, error: { code: 'STORAGE_UNAVAILABLE', detail } });
      untold.delete(run);
    }
  };
  const recover = async (): Promise<void> => {
    if (running.size > 0) await store.runs.renew({ owner, lease_ms: LEASE_MS });
    await tell();
    const queued = await store.runs.recover((of) => isOwnerAlive(of));
    if (queued.length > 0) wake();
  };
  const every = (ms: number, work: () => void): NodeJS.Timeout => setInterval(work, ms);
  const timers = [every(LOOK_MS, wake), every(RECOVER_MS, () => void recover().catch((error: unknown) => onTrouble(error)))];

  return {
    wake,
    take: (run) => {
      if (!isStopping) begin(run);
    },
    abort: (run_hash) => running.get(run_hash)?.abort.abort(),
    get running() {
      return running.size;
    },
    get isFree() {
      return !isStopping && running.size < slots;
    },
    async stop(grace_ms) {
      isStopping = true;
      for (const timer of timers) clearInterval(timer);
      await looking;
      const all = Promise.allSettled([...running.values()].map(({ over }) => over));
      let timer: NodeJS.Timeout | undefined;
      await Promise.race([all, new Promise((resolve) => (timer = setTimeout(resolve, grace_ms)))]);
      clearTimeout(timer);
      for (const { abort } of running.values()) abort.abort();
      await all;
      await store.runs.recover((of) => of !== owner); // given back to the queue, for the next start
    },
  };
}
