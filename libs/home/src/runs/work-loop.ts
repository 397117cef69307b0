import type { Run } from '@projecta/persistence';
import { isOwnerAlive } from '../process-owner.js';
import { executeRun, type Execution } from './execute-run.js';

/** Takes waiting runs and carries them out, so many at once. */
export interface WorkLoop {
  /** Looks for waiting runs now. */
  wake(): void;
  /** A place that nothing else takes meanwhile, for a run that is being submitted; undefined where none is free. */
  reserve(): Reservation | undefined;
  /** Stops the computing of a run, if it is computed here; with an attempt, not that of later ones. The store says what becomes of it. */
  abort(run_hash: string, attempt?: number): void;
  /** How many runs are computed here. */
  readonly running: number;
  /** Takes no more; waits up to `grace_ms` for what runs, then gives it back to the queue. */
  stop(grace_ms: number): Promise<void>;
}

/** A place to compute a run: one of the two is called, once. */
export interface Reservation {
  /** Carries out a run that this process has taken already. */
  take(run: Run): void;
  /** Gives the place back. */
  release(): void;
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

/** An attempt that is computed here; one that was stopped may overlap with the next of its run for a moment. */
interface Computing {
  readonly run: Run;
  readonly abort: AbortController;
  over: Promise<void>;
}

export function startWorkLoop({ execution, slots, onTrouble, onEnded }: WorkLoopOptions): WorkLoop {
  const { home, keep } = execution;
  const { store, owner } = home;
  const running = new Set<Computing>();
  /** Attempts whose end the storage did not take: this process lives, so nobody would take them up again. */
  const untold = new Set<Run>();
  let reserved = 0;
  let isShort = false;
  let isStopping = false;
  let isLooking = false;
  let again = false;
  let lastLook: Promise<unknown> = Promise.resolve();

  const isFree = (): boolean => !isStopping && running.size + reserved < slots;
  const begin = (run: Run): void => {
    if (isStopping) return; // `stop` gives it back
    const abort = new AbortController();
    const one: Computing = { run, abort, over: Promise.resolve() };
    running.add(one);
    one.over = executeRun(run, { ...execution, signal: abort.signal, onBroken: onTrouble })
      .then((outcome) => onEnded?.(run, outcome))
      .catch((error: unknown) => {
        untold.add(run);
        onTrouble(error, run.run_hash);
      })
      .finally(() => {
        running.delete(one);
        wake();
      });
  };
  const look = async (): Promise<void> => {
    while (isFree()) {
      reserved += 1;
      const run = await store.runs.claimNext({ owner, lease_ms: LEASE_MS }).finally(() => (reserved -= 1));
      if (!run) return;
      begin(run);
    }
    isShort = reserved > 0;
  };
  const wake = (): void => {
    if (isLooking || isStopping) {
      again = true;
      return;
    }
    isLooking = true;
    again = false;
    lastLook = look()
      .catch((error: unknown) => onTrouble(error))
      .finally(() => {
        isLooking = false;
        if (again) wake();
      });
  };
  const tell = async (): Promise<void> => {
    for (const run of untold) {
      const { run_hash, attempt } = run;
      const error = { code: 'STORAGE_UNAVAILABLE', detail: 'The storage did not take the results of the run. Run it again.' };
      await store.runs.fail({ run_hash, attempt, keep, error });
      untold.delete(run);
    }
  };
  const recover = async (): Promise<void> => {
    if (running.size > 0) await store.runs.renew({ owner, lease_ms: LEASE_MS });
    await tell();
    await store.runs.recover((of) => isOwnerAlive(of));
    wake();
  };
  const looking = setInterval(wake, LOOK_MS);
  const recovering = setInterval(() => void recover().catch((error: unknown) => onTrouble(error)), RECOVER_MS);

  return {
    wake,
    reserve() {
      if (!isFree()) return undefined;
      reserved += 1;
      return {
        take(run) {
          reserved -= 1;
          begin(run);
        },
        release() {
          reserved -= 1;
          if (isShort) wake(); // a look has found no place meanwhile
        },
      };
    },
    abort(run_hash, attempt = Infinity) {
      for (const { run, abort } of running) if (run.run_hash === run_hash && run.attempt <= attempt) abort.abort();
    },
    get running() {
      return running.size;
    },
    async stop(grace_ms) {
      isStopping = true;
      clearInterval(looking);
      clearInterval(recovering);
      const all = Promise.allSettled([lastLook, ...[...running].map(({ over }) => over)]);
      let timer: NodeJS.Timeout | undefined;
      await Promise.race([all, new Promise((resolve) => (timer = setTimeout(resolve, grace_ms)))]);
      clearTimeout(timer);
      for (const { abort } of running) abort.abort();
      await all;
      await store.runs.recover((of) => of !== owner); // what is left is given back to the queue, for the next start
    },
  };
}
