import { type FromWorker, pluginsIn, postedError, serveTrials, type ToWorker } from '@projecta/engine';
import { pause } from './pause.js';
import { webLine } from './web-line.js';

/** The body of a web worker: it loads the plug-in modules that its name lists once, then serves whoever is at the other end of the lines it is given. */

const tell = (message: FromWorker): void => self.postMessage(message);
const modules = JSON.parse(self.name || '[]') as readonly string[];

const loaded = Promise.all(modules.map((url) => import(url) as Promise<object>)).then((namespaces) => namespaces.flatMap(pluginsIn));
self.onmessage = ({ data }: MessageEvent<ToWorker<MessagePort>>) => {
  if (data.kind === 'ping') return tell({ kind: 'pong' });
  const { port } = data;
  void loaded.then((plugins) => serveTrials(webLine(port), { plugins, pause, now: () => performance.now() }));
};
loaded.then(
  () => tell({ kind: 'ready' }),
  (error: unknown) => {
    tell({ kind: 'broken', error: postedError(error) });
    self.close();
  },
);
