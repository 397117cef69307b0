import { type OpenTrialPool, workerPool } from '@projecta/engine';
import { availableParallelism } from 'node:os';
import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';
import { nodeLine } from './node-line.js';
import { pause } from './pause.js';

export interface TrialPoolOptions {
  /** Threads; default as many as there are cores. */
  readonly workers?: number;
  /** URLs of the modules that export the plug-ins of the runs. A run with a plug-in of another module, or made on the spot, is computed without help. */
  readonly plugins?: readonly (string | URL)[];
  /** Bars of work from which trials are shared; default 10,000,000, some 100 ms of a vector strategy. */
  readonly least?: number;
  /** The compiled body of a worker; beside this file when left out. */
  readonly body?: URL;
}

/**
 * Opens a pool of worker threads for `runBacktest` and `runSweep`: candles in shared memory, trials handed out as they are asked for, the bits
 * the same with any number of workers. It starts at once and is not waited for; the process may end while it is idle.
 */
export function openTrialPool({
  workers = availableParallelism(),
  plugins = [],
  least,
  body = new URL('./trial-worker.js', import.meta.url),
}: TrialPoolOptions = {}): OpenTrialPool {
  const modules = plugins.map(String);
  return workerPool<MessagePort>(
    {
      start() {
        const worker = new Worker(body, { workerData: modules });
        return {
          post: (message) => worker.postMessage(message, message.kind === 'serve' ? [message.port] : []),
          listen({ onMessage, onEnd }) {
            worker.on('message', onMessage);
            worker.on('error', () => undefined); // told by its end
            worker.on('exit', onEnd);
            worker.once('message', () => worker.unref()); // it has loaded: whoever uses it holds the process by a line
          },
          close: () => void worker.terminate(),
        };
      },
      line() {
        const { port1, port2 } = new MessageChannel();
        return { here: nodeLine(port1), there: port2 };
      },
      pause,
    },
    { workers, least },
  );
}
