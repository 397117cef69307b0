import type { Difference, Manifest, Verification, VerifyOptions as Expected } from '@projecta/artifacts';
import { readRunFolder, verifyRunFolder } from '@projecta/artifacts/node';
import { ProjectaError } from '@projecta/errors';
import { COMPUTING, findRunPlace, type Home, kindOf, type Replay, replay, runInFolder, type RunPlace } from '@projecta/home';
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Context } from '../command.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { verificationPage } from '../print/verification-page.js';
import { progressBar } from '../progress-bar.js';
import { isHash, withHomeIfThere } from '../run/homes.js';
import { pluginFiles, runSource, type SourceOptions } from '../run/run-source.js';
import { withCrew } from '../run/with-crew.js';

export interface VerifyOptions extends SourceOptions {
  readonly replay?: true;
  readonly json?: true;
}

/** What a replay is made from; where one of them is damaged there is none. */
const NEEDED: ReadonlySet<string> = new Set(['manifest.json', 'config.json', 'identity.json']);

/**
 * `projecta verify`: recomputes every hash of a run or a sweep and says what differs; with `--replay` the run or the sweep itself too.
 * Of one in the home the ledger says what its manifest must be.
 */
export async function verify(hashOrFolder: string, options: VerifyOptions, context: Context): Promise<ExitCode> {
  const { settings, terminal } = context;
  const needsHome = isHash(hashOrFolder) || options.replay === true;
  const { folder, expected } = await (needsHome
    ? withHomeIfThere(settings, (home) => placeOf(home, hashOrFolder))
    : placeOf(null, hashOrFolder));
  const verification = await verifyRunFolder(folder, expected);
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
  const { manifest, json } = await runInFolder(folder);
  const config = await json('config.json');
  const identity = await json('identity.json');
  const { request: requestOf } = COMPUTING[kindOf(identity)];
  const request = await withHomeIfThere(settings, (home) => requestOf(config, runSource(home, options, context)));
  const plugins = pluginFiles(options, settings);
  const bar = await progressBar(options.json ? { ...terminal, isWatched: false } : terminal);
  return withCrew({ plugins, threads: settings.workers }, (crew) =>
    replay({ manifest, identity }, request, { crew, hasPlugins: plugins.length > 0, onProgress: bar.show }),
  ).finally(bar.stop);
}

interface VerifiedPlace {
  readonly folder: string;
  /** What the ledger says of it. */
  readonly expected: Omit<Expected, 'names' | 'hash'>;
}

/** Where the run is; also a folder that lost its manifest: that it is damaged is the answer then. */
async function placeOf(home: Home | null, hashOrFolder: string): Promise<VerifiedPlace> {
  const place = await findRunPlace(home, hashOrFolder).catch((error: unknown): RunPlace => {
    const folder = resolve(hashOrFolder);
    const isLost = error instanceof ProjectaError && error.code === 'RUN_NOT_FOUND';
    if (isLost && statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return { folder, run: null };
    throw error;
  });
  const { folder, run } = place;
  const entry = run?.manifest_hash ? await home?.store.ledger.byManifest(run.manifest_hash) : undefined;
  if (!run || !entry) return { folder, expected: {} };
  return { folder, expected: { runHash: run.run_hash, manifestHash: entry.manifest_hash, chainPrev: entry.chain_prev } };
}

async function manifestOf(folder: string): Promise<Manifest | null> {
  return readRunFolder(folder).then(
    ({ manifest }) => manifest,
    () => null,
  );
}
