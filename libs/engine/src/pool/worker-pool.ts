import type { Line } from './line.js';
import { errorOf, type PostedError } from './posted-error.js';
import type { TrialHelper, TrialPool } from './trial-pool.js';

/** A pool of threads of its own. */
export interface OpenTrialPool extends TrialPool {
  readonly workers: number;
  /** Resolves when every worker has loaded; rejects with what is wrong with a plug-in module. Nothing need wait for it. */
  readonly ready: Promise<void>;
  /** Ends the threads. A run that still has them goes on by itself. */
  end(): Promise<void>;
}

/** What a worker is told: to serve a host at the other end of a line, or to show that it is not stuck. */
export type ToWorker<Port> = { readonly kind: 'serve'; readonly port: Port } | { readonly kind: 'ping' };

export type FromWorker = { readonly kind: 'ready' | 'pong' } | { readonly kind: 'broken'; readonly error: PostedError };

/** What a platform gives to a pool. */
export interface Platform<Port> {
  /** Starts a worker; `close` ends it, whatever it does. */
  start(): Omit<Line<ToWorker<Port>, FromWorker>, 'post'> & { post(message: ToWorker<Port>): void };
  /** A new line: the host's end of it, and what a worker gets. */
  line(): { readonly here: TrialHelper; readonly there: Port };
  pause(ms: number): Promise<void>;
}

/** How long a worker that is given back may go on with a trial; then it is ended. To end one costs another one's start, so a busy machine is waited for. */
const GRACE_MS = { 'in a hurry': 150, 'in peace': 2000 } as const;

interface Worker<Port> {
  readonly post: (message: ToWorker<Port>) => void;
  readonly ready: Promise<void>;
  hasLoaded: boolean;
  /** Called when it has ended: by hosts that have a line to it. */
  readonly onEnd: Set<() => void>;
  /** How often it was asked whether it is stuck, and how often it answered. */
  pings: number;
  pongs: number;
  end(): void;
}

export interface WorkerPoolOptions {
  readonly workers: number;
  /** Bars of work from which trials are shared. */
  readonly least?: number | undefined;
}

/** A pool of so many workers. They start now and stay; one that ends is replaced when the next run asks for help. */
export function workerPool<Port>(platform: Platform<Port>, { workers, least }: WorkerPoolOptions): OpenTrialPool {
  const all = new Set<Worker<Port>>();
  let isEnding = false;
  const fill = (): void => {
    while (!isEnding && all.size < workers) {
      const worker = startWorker(platform, () => all.delete(worker));
      all.add(worker);
    }
  };
  fill();
  const ready = Promise.all([...all].map((worker) => worker.ready)).then(() => undefined);
  ready.catch(() => undefined); // told again to whoever waits for it

  return {
    ...{ workers, ready, hostWorks: false },
    ...(least !== undefined && { least }),
    pause: (ms) => platform.pause(ms),
    lend(take) {
      fill();
      const lent = [...all].map((worker) => {
        const { here, there } = platform.line();
        worker.post({ kind: 'serve', port: there });
        const { helper, giveBack } = lentBy(worker, here);
        take(helper);
        return { worker, giveBack };
      });
      return (how) => {
        for (const { worker, giveBack } of lent) {
          giveBack();
          void endIfStuck(worker, platform, GRACE_MS[how]);
        }
      };
    },
    async end() {
      isEnding = true;
      for (const worker of all) worker.end();
      await platform.pause(0);
    },
  };
}

/** A line to a worker: it ends with the worker, and a worker whose end of it is gone is gone. */
function lentBy<Port>(worker: Worker<Port>, here: TrialHelper): { readonly helper: TrialHelper; readonly giveBack: () => void } {
  let isWanted = true;
  let onEnd = (): void => undefined;
  let onLoaded = (): void => undefined;
  // the end of a thread may be told before what it said last: a host must not take a worker that died at work for one that never was
  const end = (): void => {
    if (worker.hasLoaded) onLoaded();
    onEnd();
  };
  worker.onEnd.add(end);
  const helper: TrialHelper = {
    ...here,
    listen(listeners) {
      onEnd = listeners.onEnd;
      onLoaded = () => listeners.onMessage({ kind: 'ready' });
      here.listen({
        onMessage(message) {
          if (message.kind === 'left') isWanted = false;
          listeners.onMessage(message);
        },
        onEnd: () => (isWanted ? worker.end() : onEnd()),
      });
    },
  };
  const giveBack = (): void => {
    isWanted = false;
    worker.onEnd.delete(end);
    here.close();
  };
  return { helper, giveBack };
}

function startWorker<Port>(platform: Platform<Port>, onOver: () => void): Worker<Port> {
  const line = platform.start();
  let told = { resolve: (): void => undefined, reject: (_: Error): void => undefined };
  const ready = new Promise<void>((resolve, reject) => (told = { resolve, reject }));
  ready.catch(() => undefined);
  const worker: Worker<Port> = {
    post: (message) => line.post(message),
    ready,
    hasLoaded: false,
    onEnd: new Set(),
    pings: 0,
    pongs: 0,
    end() {
      line.close();
      over();
    },
  };
  const over = (): void => {
    told.reject(new Error('A worker of the pool ended before it had loaded.'));
    onOver();
    for (const end of [...worker.onEnd]) end();
  };
  line.listen({
    onMessage(message) {
      if (message.kind === 'broken') told.reject(errorOf(message.error));
      else if (message.kind === 'ready') {
        worker.hasLoaded = true;
        told.resolve();
      } else worker.pongs++;
    },
    onEnd: over,
  });
  return worker;
}

/** A trial that never ends would keep its thread for good. */
async function endIfStuck<Port>(worker: Worker<Port>, { pause }: Platform<Port>, grace: number): Promise<void> {
  const ping = ++worker.pings;
  worker.post({ kind: 'ping' });
  await pause(grace);
  if (worker.pongs < ping) worker.end();
}
