import type { Difference, Manifest, Verification } from '@projecta/artifacts';
import { readRunFolder, resolveRun, runFolder, verifyRunFolder } from '@projecta/artifacts/node';
import { ProjectaError } from '@projecta/errors';
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Context } from '../command.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { verificationPage } from '../print/verification-page.js';
import { progressBar } from '../progress-bar.js';
import { keptRun } from '../run/kept-run.js';
import { type Replay, replay } from '../run/replay.js';
import { requestOf } from '../run/request-of.js';

export interface VerifyOptions {
  readonly replay?: true;
  readonly data?: string;
  readonly plugin?: readonly string[];
  readonly json?: true;
}

/** What a replay is made from; where one of them is damaged there is none. */
const NEEDED: ReadonlySet<string> = new Set(['manifest.json', 'config.json', 'identity.json']);

/** `projecta verify`: recomputes every hash of a run and says what differs; with `--replay` the run itself too. */
export async function verify(hashOrFolder: string, options: VerifyOptions, context: Context): Promise<ExitCode> {
  const { settings, terminal } = context;
  const folder = await folderOf(settings.home, hashOrFolder);
  const verification = await verifyRunFolder(folder);
  const manifest = await manifestOf(folder);
  const replayed = options.replay && canReplay(verification) ? await replayOf(folder, options, context) : undefined;
  if (options.json) terminal.print(JSON.stringify({ folder, ...verification, ...(options.replay && { replay: replayed ?? null }) }));
  else
    terminal.print(verificationPage({ folder, verification, manifest, replay: options.replay ? (replayed ?? null) : undefined }, terminal));
  return exitOf(verification, replayed);
}

function exitOf({ ok }: Verification, replayed: Replay | undefined): ExitCode {
  if (!ok || replayed?.status === 'mismatch') return EXIT.failed;
  return replayed === undefined || replayed.status === 'same' ? EXIT.done : EXIT.badInput;
}

function canReplay({ differences }: Verification): boolean {
  return differences.every(({ artifact, check }: Difference) => check === 'extra' || !NEEDED.has(artifact));
}

async function replayOf(folder: string, options: VerifyOptions, context: Context): Promise<Replay> {
  const { terminal, settings } = context;
  const run = await keptRun(settings.home, folder);
  const bar = await progressBar(options.json ? { ...terminal, isWatched: false } : terminal);
  return replay(run, requestOf(await run.json('config.json'), options, context), bar.show).finally(bar.stop);
}

/** The folder of a run, also one that lost its manifest: that it is damaged is the answer then. */
async function folderOf(home: string, hashOrFolder: string): Promise<string> {
  try {
    return await resolveRun(home, hashOrFolder);
  } catch (error) {
    if (!(error instanceof ProjectaError) || error.code !== 'RUN_NOT_FOUND') throw error;
    const candidates = [...(/^[0-9a-f]{64}$/.test(hashOrFolder) ? [runFolder(home, hashOrFolder)] : []), resolve(hashOrFolder)];
    const folder = candidates.find((path) => statSync(path, { throwIfNoEntry: false })?.isDirectory());
    if (folder === undefined) throw error;
    return folder;
  }
}

async function manifestOf(folder: string): Promise<Manifest | null> {
  return readRunFolder(folder).then(
    ({ manifest }) => manifest,
    () => null,
  );
}
