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
  readonly execution: Omit<Execution, 'signal' | 'onProgress'>;
  readonly slots: number;
  /** Told of what the storage threw, and of runs that broke. */
  readonly onTrouble: (error: unknown, run_hash?: string) => void;
  readonly onEnded?: (run: Run, outcome: 'completed' | 'failed' | 'gone') => void;
}

export function startWorkLoop({ execution, slots, onTrouble, onEnded }: WorkLoopOptions): WorkLoop {
  const { home } = execution;
  const { store, owner } = home;
  const running = new Map<string, { readonly abort: AbortController; readonly over: Promise<void> }>();
  let isStopping = false;
  let isLooking = false;
  let again = false;

  const begin = (run: Run): void => {
    const abort = new AbortController();
    const over = executeRun(run, { ...execution, signal: abort.signal })
      .then((outcome) => onEnded?.(run, outcome))
      .catch((error: unknown) => onTrouble(error, run.run_hash))
      .finally(() => {
        running.delete(run.run_hash);
        wake();
      });
    running.set(run.run_hash, { abort, over });
  };
  const look = async (): Promise<void> => {
    while (!isStopping && running.size < slots) {
      const run = await store.runs.claimNext({ owner, lease_ms: LEASE_MS });
      if (!run) return;
      begin(run);
    }
  };
  const wake = (): void => {
    if (isLooking || isStopping) {
      again = true;
      return;
    }
    isLooking = true;
    again = false;
    look()
      .catch((error: unknown) => onTrouble(error))
      .finally(() => {
        isLooking = false;
        if (again) wake();
      });
  };
  const recover = async (): Promise<void> => {
    const mine = new Set(running.keys());
    if (mine.size > 0) await store.runs.renew({ owner, lease_ms: LEASE_MS });
    await store.runs.recover((of) => isOwnerAlive(of));
    wake();
  };
  const looking = setInterval(wake, LOOK_MS);
  const recovering = setInterval(() => void recover().catch((error: unknown) => onTrouble(error)), RECOVER_MS);

  return {
    wake,
    take: begin,
    abort: (run_hash) => running.get(run_hash)?.abort.abort(),
    get running() {
      return running.size;
    },
    get isFree() {
      return !isStopping && running.size < slots;
    },
    async stop(grace_ms) {
      isStopping = true;
      clearInterval(looking);
      clearInterval(recovering);
      const all = Promise.allSettled([...running.values()].map(({ over }) => over));
      let timer: NodeJS.Timeout | undefined;
      await Promise.race([all, new Promise((resolve) => (timer = setTimeout(resolve, grace_ms)))]);
      clearTimeout(timer);
      if (running.size === 0) return;
      for (const { abort } of running.values()) abort.abort();
      await all;
      await store.runs.recover((of) => of !== owner); // given back to the queue, for the next start
    },
  };
}
