import { errorOf, type Progress, RunCancelled } from '@projecta/engine';
import { ProjectaError } from '@projecta/errors';
import { type MessagePort, Worker } from 'node:worker_threads';
import type { ThreadMessage, ThreadStart, ThreadTask, ToThread } from './thread-message.js';

/** One thread, which does one task at a time. */
export interface CrewThread {
  /** Resolves once its modules and plug-ins are loaded; rejects with what is wrong with them. */
  readonly ready: Promise<void>;
  /** Settles with the task's answer. Rejects with what it threw, with RunCancelled, and with INTERNAL where the thread ended. */
  perform(task: ThreadTask, options: TaskOptions): Promise<unknown>;
  /** Asks what it is doing to stop, and leaves it at that. */
  ask(): void;
  /** Hands it a line to a helper for its task. */
  help(port: MessagePort): void;
  end(): Promise<void>;
  /** Whether it has ended, by whatever cause. */
  readonly isOver: boolean;
}

export interface TaskOptions {
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignal;
  /** Told whether the task could do with helpers; for the last time before it settles. */
  readonly onWants?: (helpers: boolean) => void;
}

/** How long a cancelled task may go on by itself; then its thread is ended, whatever it does. */
const GRACE_MS = 150;

interface Settle extends Pick<TaskOptions, 'onProgress' | 'onWants'> {
  readonly resolve: (output: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** What a thread is made of. */
export interface ThreadOptions {
  /** Module files. */
  readonly plugins: readonly string[];
  /** Where the compiled body is. */
  readonly body: URL;
  /** Called once when it has ended, by whatever cause. */
  readonly onOver: () => void;
}

/** Starts a thread. What plug-ins print in it goes to stderr. */
export function crewThread({ plugins, body, onOver }: ThreadOptions): CrewThread {
  const cancelled = new SharedArrayBuffer(4);
  const flag = new Int32Array(cancelled);
  const start: ThreadStart = { plugins, cancelled };
  const worker = new Worker(body, { workerData: start, stdout: true });
  worker.stdout.on('data', (piece: Uint8Array) => process.stderr.write(piece));
  let current: Settle | undefined;
  let isOver = false;

  const post = (message: ToThread): void => worker.postMessage(message, message.kind === 'task' ? [] : [message.port]);
  const settled = (): Settle | undefined => {
    const settle = current;
    current = undefined;
    return settle;
  };
  const ready = new Promise<void>((resolve, reject) => {
    current = { resolve: () => resolve(), reject };
  });
  ready.catch(() => undefined); // told again to whoever waits for it
  worker.on('message', (message: ThreadMessage) => {
    if (message.kind === 'progress') current?.onProgress?.(message.progress);
    else if (message.kind === 'wants') current?.onWants?.(message.helpers);
    else if (message.kind === 'ready') settled()?.resolve(undefined);
    else if (message.kind === 'done') settled()?.resolve(message.output);
    else settled()?.reject(message.kind === 'cancelled' ? new RunCancelled() : errorOf(message.error));
  });
  const over = (error: Error): void => {
    settled()?.reject(error);
    if (isOver) return;
    isOver = true;
    onOver();
  };
  worker.on('error', over);
  worker.on('exit', (code) => over(new ProjectaError('INTERNAL', `The thread of a computation ended early (code ${code}). Try again.`)));

  return {
    ready,
    get isOver() {
      return isOver;
    },
    perform: (task, { onProgress, onWants, signal }) =>
      new Promise((resolve, reject) => {
        let grace: NodeJS.Timeout | undefined;
        const cancel = (): void => {
          Atomics.store(flag, 0, 1);
          grace = setTimeout(() => {
            over(new RunCancelled());
            void worker.terminate();
          }, GRACE_MS);
        };
        const clear = (): void => {
          clearTimeout(grace);
          signal?.removeEventListener('abort', cancel);
        };
        current = {
          resolve: (output) => (clear(), signal?.aborted ? reject(new RunCancelled()) : resolve(output)),
          reject: (error) => (clear(), reject(error)),
          ...(onProgress && { onProgress }),
          ...(onWants && { onWants }),
        };
        Atomics.store(flag, 0, 0);
        signal?.addEventListener('abort', cancel, { once: true });
        post(task);
      }),
    ask: () => void Atomics.store(flag, 0, 1),
    help: (port) => post({ kind: 'helper', port }),
    end: async () => {
      over(new RunCancelled());
      await worker.terminate();
    },
  };
}
