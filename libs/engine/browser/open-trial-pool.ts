import { type OpenTrialPool, workerPool } from '@projecta/engine';
import { pause } from './pause.js';
import { webLine } from './web-line.js';

export interface TrialPoolOptions {
  /** Web workers; default as many as there are cores. */
  readonly workers?: number;
  /** URLs of the modules that export the plug-ins of the runs. A run with a plug-in of another module, or made on the spot, is computed without help. */
  readonly plugins?: readonly (string | URL)[];
  /** Bars of work from which trials are shared; default 10,000,000, some 100 ms of a vector strategy. */
  readonly least?: number;
  /** Starts a worker with this name whose script is `@projecta/engine/browser/trial-worker`: for bundlers that do not follow `new Worker(new URL(…))`. */
  readonly start?: (name: string) => Worker;
}

/**
 * Opens a pool of web workers for `runBacktest` and `runSweep`: the page stays free, the bits are the same with any number of workers.
 * Candles are shared where the page is cross-origin isolated, else each worker gets a copy.
 */
export function openTrialPool({
  workers = navigator.hardwareConcurrency,
  plugins = [],
  least,
  start = startWorker,
}: TrialPoolOptions = {}): OpenTrialPool {
  const name = JSON.stringify(plugins.map((url) => new URL(url, location.href).href));
  return workerPool<MessagePort>(
    {
      start() {
        const worker = start(name);
        return {
          post: (message) => worker.postMessage(message, message.kind === 'serve' ? [message.port] : []),
          listen({ onMessage, onEnd }) {
            worker.onmessage = ({ data }) => onMessage(data);
            worker.onerror = onEnd;
          },
          close: () => worker.terminate(),
        };
      },
      line() {
        const { port1, port2 } = new MessageChannel();
        return { here: webLine(port1), there: port2 };
      },
      pause,
    },
    { workers, least },
  );
}

function startWorker(name: string): Worker {
  return new Worker(new URL('./trial-worker.js', import.meta.url), { type: 'module', name });
}
