import { type FromWorker, pluginsIn, postedError, serveTrials, type ToWorker, type UserPlugin } from '@projecta/engine';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { nodeLine } from './node-line.js';
import { pause } from './pause.js';

/** The body of a worker: it loads the plug-in modules once, then serves whoever is at the other end of the lines it is given. */

const tell = (message: FromWorker): void => parentPort!.postMessage(message);

async function loaded(modules: readonly string[]): Promise<UserPlugin[]> {
  const namespaces = await Promise.all(modules.map((url) => import(url) as Promise<object>));
  return namespaces.flatMap(pluginsIn);
}

try {
  const plugins = await loaded(workerData as readonly string[]);
  const thread = { plugins, pause, now: () => performance.now() };
  parentPort!.on('message', (message: ToWorker<MessagePort>) => {
    if (message.kind === 'ping') tell({ kind: 'pong' });
    else void serveTrials(nodeLine(message.port), thread);
  });
  tell({ kind: 'ready' });
} catch (error) {
  tell({ kind: 'broken', error: postedError(error) });
}
