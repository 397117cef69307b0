import type { Artifact } from '@projecta/artifacts';
import { runFolder } from '@projecta/artifacts/node';
import type { JsonValue } from '@projecta/hashing';
import { type Crew, type Home, homeIfThere, openHome, runIdentified, runInFolder, type RunNow, runRequest } from '@projecta/home';
import type { Context } from '../command.js';
import { interruptible, isInterruption } from '../interrupts.js';
import type { ShowProgress } from '../progress-bar.js';
import { withHomeIfThere } from './homes.js';
import { pluginFiles, runSource, type SourceOptions } from './run-source.js';
import { withCrew } from './with-crew.js';
import { writeOut } from './write-out.js';

/** A run that lies in a folder, and what is printed of it. */
export interface DoneRun {
  readonly folder: string;
  /** `known`: the same run lay there intact; `mended`: it lay there damaged. */
  readonly how: RunNow['how'];
  readonly candlesFrom: string;
  readonly notes: readonly string[];
  /** The JSON of the artifacts of these names. */
  readonly texts: Readonly<Record<'summary' | 'config' | 'causality', string>>;
}

export interface RunJob {
  readonly config: JsonValue;
  readonly options: SourceOptions;
  readonly context: Context;
  readonly show: ShowProgress;
}

/**
 * Runs a config and keeps it in the home, in the list and the chain that the server shows too; Ctrl-C cancels it there.
 * A home is made only when the config and its candles are known to be sound. Throws RunCancelled, and what the run failed with.
 */
export function runIntoHome(job: RunJob): Promise<DoneRun> {
  const { options, context } = job;
  const { settings } = context;
  return withCrew(pluginFiles(options, settings), (crew) =>
    interruptible(async (signal) => {
      let home = await homeIfThere(settings);
      try {
        const request = await runRequest(job.config, runSource(home, options, context));
        const identified = await crew.perform('identify', request, { signal });
        home ??= await openHome(settings);
        return await keptInHome({ ...job, home, crew, signal, identified });
      } finally {
        await home?.close();
      }
    }),
  );
}

/** Runs a config and writes its artifacts into a folder, outside of any chain. Throws what the run failed with. */
export async function runIntoFolder(out: string, { config, options, context, show }: RunJob): Promise<DoneRun> {
  const { settings } = context;
  const ask = (home: Home | null) => runRequest(config, runSource(home, options, context));
  const request = options.data === undefined ? await withHomeIfThere(settings, ask) : await ask(null);
  const computed = await withCrew(pluginFiles(options, settings), (crew) => crew.perform('compute', request, { onProgress: show }));
  const folder = await writeOut(out, computed.artifacts);
  const { candlesFrom, notes, artifacts } = computed;
  return { folder, how: 'new', candlesFrom, notes, texts: await textsOf(async (name) => bytesOf(artifacts, name)) };
}

interface KeptJob extends RunJob {
  readonly home: Home;
  readonly crew: Crew;
  readonly signal: AbortSignal;
  readonly identified: RunNow['identified'];
}

async function keptInHome({ home, crew, signal, identified, options, context, show }: KeptJob): Promise<DoneRun> {
  const { settings, terminal } = context;
  let broken: unknown;
  const execution = {
    ...runSource(home, options, context),
    ...{ home, crew, signal, keep: settings.retention, onProgress: show },
    onBroken: (error: unknown) => void (broken = error),
  };
  const { run, how } = await runIdentified(identified, execution).catch((error: unknown) => {
    if (isInterruption(error) && !signal.aborted) terminal.note('The run was cancelled by another process.');
    throw broken ?? error; // its row says only that it broke
  });
  const { bytes } = await runInFolder(runFolder(home.artifacts, run.run_hash));
  const { candlesFrom, notes } = identified;
  const folder = runFolder(home.artifacts, run.run_hash);
  return { folder, how, candlesFrom, notes, texts: await textsOf(bytes) };
}

async function textsOf(bytes: (name: string) => Promise<Uint8Array>): Promise<DoneRun['texts']> {
  const text = async (name: string): Promise<string> => new TextDecoder().decode(await bytes(`${name}.json`));
  return { summary: await text('summary'), config: await text('config'), causality: await text('causality') };
}

function bytesOf(artifacts: readonly Artifact[], name: string): Uint8Array {
  return artifacts.find((one) => one.name === name)!.bytes;
}
