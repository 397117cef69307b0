import type { JsonValue } from '@projecta/hashing';
import type { IdentifiedRun } from '../compute/identify-run.js';
import { runRequest } from '../compute/run-request.js';
import { type Crew, openCrew } from '../crew/open-crew.js';
import type { Home } from '../open-home.js';
import type { Execution } from '../runs/execute-run.js';
import { PLUGINS } from './samples.js';
import { temporaryHome, type TemporaryHome } from './temporary-home.js';
import { THREAD_BODY } from './thread-body.js';

export interface TestExecution extends TemporaryHome {
  readonly crew: Crew;
  /** What carries out runs here, but for what is changed. */
  execution(changes?: Partial<Execution>): Execution;
  identify(config: JsonValue): Promise<IdentifiedRun>;
}

/** A home and threads with the plug-ins of the samples. */
export async function testExecution(threads = 1): Promise<TestExecution> {
  const place = await temporaryHome();
  const { home } = place;
  const plugins = [place.write('plugins.mjs', PLUGINS)];
  const crew = openCrew({ threads, plugins, body: THREAD_BODY });
  const drop = async (): Promise<void> => {
    await crew.end();
    await place.drop();
  };
  try {
    await crew.ready;
  } catch (error) {
    await drop();
    throw error;
  }
  const source = { home, dataDir: null, extraDigests: [], engineVersion: '0' };
  return {
    ...{ ...place, crew },
    execution: (changes = {}) => ({ ...source, crew, keep: 100, signal: new AbortController().signal, ...changes }),
    identify: async (config) => crew.perform('identify', await runRequest(config, source)),
    drop,
  };
}

/** The types of everything that was told of a run, in its order. */
export async function toldOf({ store }: Home, run_hash: string): Promise<string[]> {
  return (await store.events.after({ runs: [run_hash] })).map(({ type, attempt, data }) => {
    const { stage } = data as { stage?: string };
    return [attempt, type, ...(stage === undefined ? [] : [stage])].join(' ');
  });
}

/** Resolves once `holds` does; looks every 20 ms. Rejects after 20 s. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let looks = 0; looks < 1000; looks++) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('It did not come to hold within 20 s.');
}
