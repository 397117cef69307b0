import { type Catalogue, catalogueOf } from '@projecta/engine';
import {
  catalogueWith,
  type Crew,
  engineVersion,
  type Home,
  loadPluginFiles,
  openCrew,
  openHome,
  rowsOf,
  type Settings,
  startWorkLoop,
  type WorkLoop,
} from '@projecta/home';
import type { Logger } from 'winston';
import { serverMetrics, type ServerMetrics } from './metrics/server-metrics.js';

/** What stands behind the routes: the home, the threads, and the loop that carries out runs. */
export interface Backend {
  readonly settings: Settings;
  readonly version: string;
  readonly home: Home;
  readonly catalogue: Catalogue;
  /** Threads for what a request waits for: identities, previews, uploads. Runs never keep them busy. */
  readonly clerks: Crew;
  /** Threads that compute runs and replays. */
  readonly workers: Crew;
  readonly loop: WorkLoop;
  readonly log: Logger;
  readonly metrics: ServerMetrics;
  /** Aborted once the server is stopping: streams end then, and nothing new is taken. */
  readonly closing: AbortSignal;
  /** Lets running work finish within the grace, gives the rest back to the queue, and closes everything. */
  stop(grace_ms: number): Promise<void>;
}

/** One starts at once; the other when the first is busy, with a large conversion, say. */
const CLERKS = 2;

/** The token by which Nest knows the backend. */
export const BACKEND = Symbol('backend');

/** Opens the home and starts the threads. Throws STORAGE_UNAVAILABLE, and what is wrong with a plug-in. */
export async function openBackend(
  settings: Settings,
  { version, log }: { readonly version: string; readonly log: Logger },
): Promise<Backend> {
  const { plugins, dataDir, extraDigests, retention } = settings;
  const catalogue = plugins.length === 0 ? catalogueOf() : catalogueWith(await loadPluginFiles(plugins));
  const home = await openHome(settings);
  const clerks = openCrew({ threads: CLERKS, warm: 1, plugins });
  const workers = openCrew({ threads: settings.workers, plugins });
  const metrics = serverMetrics(home.store);
  const closing = new AbortController();
  const execution = { home, crew: workers, dataDir, extraDigests, engineVersion: engineVersion(), keep: retention };
  const loop = startWorkLoop({
    execution,
    slots: settings.workers,
    onTrouble: (error, run_hash) => log.error('a run could not be carried out', { run_hash, error }),
    onEnded: ({ run_hash, kind }, outcome) => {
      log.info(`${kind} ${outcome}`, { run_hash });
      void rowsOf(home.store, kind)
        .find(run_hash)
        .then(
          (run) => run && metrics.ended(run),
          () => undefined,
        );
    },
  });
  const end = async (): Promise<void> => {
    await Promise.all([clerks.end(), workers.end()]);
    await home.close();
  };
  try {
    await clerks.ready;
  } catch (error) {
    await loop.stop(0);
    await end();
    throw error;
  }
  return {
    ...{ settings, version, home, catalogue, clerks, workers, loop, log, metrics, closing: closing.signal },
    async stop(grace_ms) {
      closing.abort();
      await loop.stop(grace_ms);
      await end();
    },
  };
}
