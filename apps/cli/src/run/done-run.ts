import { runFolder } from '@projecta/artifacts/node';
import type { JsonValue } from '@projecta/hashing';
import {
  COMPUTING,
  type Crew,
  type Execution,
  type Home,
  homeIfThere,
  openHome,
  runIdentified,
  runIdentifiedSweep,
  runInFolder,
  type RunRequest,
  type SeenThrough,
} from '@projecta/home';
import type { Run, RunKind, TriedCounts } from '@projecta/persistence';
import type { Context } from '../command.js';
import { interruptible, isInterruption } from '../interrupts.js';
import type { ShowProgress } from '../progress-bar.js';
import { withHomeIfThere } from './homes.js';
import { pluginFiles, runSource, type SourceOptions } from './run-source.js';
import { withCrew } from './with-crew.js';
import { writeOut } from './write-out.js';

/** A run or a sweep that lies in a folder, and what is printed of it. */
export interface DoneRun {
  readonly folder: string;
  /** `known`: the same lay there intact; `mended`: it lay there damaged. */
  readonly how: SeenThrough['how'];
  readonly candlesFrom: string;
  readonly notes: readonly string[];
  /** Of a sweep that is kept in the home: how much has been tried on its data, its own trials included. */
  readonly tried: TriedCounts | null;
  /** An artifact. */
  bytes(name: string): Promise<Uint8Array>;
}

export interface RunJob {
  readonly kind: RunKind;
  /** A RunConfig, or a sweep. */
  readonly config: JsonValue;
  readonly options: SourceOptions;
  readonly context: Context;
  readonly show: ShowProgress;
}

/**
 * Computes a run or a sweep and keeps it in the home, in the list and the chain that the server shows too; Ctrl-C cancels it there.
 * A home is made only when the config and its candles are known to be sound. Throws RunCancelled, and what it failed with.
 */
export function runIntoHome(job: RunJob): Promise<DoneRun> {
  const { kind, options, context } = job;
  const { settings } = context;
  return withCrew({ plugins: pluginFiles(options, settings), threads: settings.workers }, (crew) =>
    interruptible(async (signal) => {
      let home = await homeIfThere(settings);
      try {
        const request = await COMPUTING[kind].request(job.config, runSource(home, options, context));
        const identified = await IDENTIFY[kind](request, { crew, signal });
        home ??= await openHome(settings);
        return await keptInHome({ ...job, home, crew, signal, identified });
      } finally {
        await home?.close();
      }
    }),
  );
}

/** Computes a run or a sweep and writes its artifacts into a folder, outside of any chain. Throws what it failed with. */
export async function runIntoFolder(out: string, { kind, config, options, context, show }: RunJob): Promise<DoneRun> {
  const { settings } = context;
  const { request: requestOf, compute } = COMPUTING[kind];
  const ask = (home: Home | null) => requestOf(config, runSource(home, options, context));
  const request = options.data === undefined ? await withHomeIfThere(settings, ask) : await ask(null);
  const computed = await withCrew({ plugins: pluginFiles(options, settings), threads: settings.workers }, (crew) =>
    crew.perform(compute, request, { onProgress: show }),
  );
  const folder = await writeOut(out, computed.artifacts);
  const { candlesFrom, notes, artifacts } = computed;
  const bytes = async (name: string): Promise<Uint8Array> => artifacts.find((one) => one.name === name)!.bytes;
  return { folder, how: 'new', candlesFrom, notes, tried: null, bytes };
}

/** What is known before it is computed, and how that goes on. */
interface Identified {
  readonly candlesFrom: string;
  readonly notes: readonly string[];
  carryOut(execution: Execution): Promise<SeenThrough>;
}

interface Identifying {
  readonly crew: Crew;
  readonly signal: AbortSignal;
}

const IDENTIFY: Readonly<Record<RunKind, (request: RunRequest, by: Identifying) => Promise<Identified>>> = {
  async run(request, { crew, signal }) {
    const identified = await crew.perform('identify', request, { signal });
    const { candlesFrom, notes } = identified;
    return { candlesFrom, notes, carryOut: (execution) => runIdentified(identified, execution) };
  },
  async sweep(request, { crew, signal }) {
    const identified = await crew.perform('identifySweep', request, { signal });
    const { candlesFrom, notes } = identified;
    return { candlesFrom, notes, carryOut: (execution) => runIdentifiedSweep(identified, execution) };
  },
};

interface KeptJob extends RunJob {
  readonly home: Home;
  readonly crew: Crew;
  readonly signal: AbortSignal;
  readonly identified: Identified;
}

async function keptInHome({ home, crew, signal, identified, kind, options, context, show }: KeptJob): Promise<DoneRun> {
  const { settings, terminal } = context;
  let broken: unknown;
  const execution = {
    ...runSource(home, options, context),
    ...{ home, crew, signal, keep: settings.retention, onProgress: show },
    onBroken: (error: unknown) => void (broken = error),
  };
  const { run, how } = await identified.carryOut(execution).catch((error: unknown) => {
    if (isInterruption(error) && !signal.aborted) terminal.note(`The ${kind} was cancelled by another process.`);
    throw broken ?? error; // its row says only that it broke
  });
  const folder = runFolder(home.artifacts, run.run_hash);
  const { bytes } = await runInFolder(folder);
  const { candlesFrom, notes } = identified;
  const tried = kind === 'sweep' ? await triedOn(home, run) : null;
  return { folder, how, candlesFrom, notes, tried, bytes };
}

function triedOn({ store }: Home, { symbol, data_start: start, data_end: end }: Run): Promise<TriedCounts> {
  return store.selection.counts({ symbol, start, end });
}
