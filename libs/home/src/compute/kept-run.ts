import { MANIFEST, type Manifest } from '@projecta/artifacts';
import { readRunFolder, runFolder } from '@projecta/artifacts/node';
import { ProjectaError, quote } from '@projecta/errors';
import { type JsonValue, parseJson } from '@projecta/hashing';
import { sha256Hex } from '@projecta/hashing/node';
import type { Run, RunKind, Runs } from '@projecta/persistence';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Home } from '../open-home.js';

/** A run or a sweep on disk, whose files are compared with the manifest as they are read. */
export interface KeptRun {
  readonly kind: RunKind;
  readonly folder: string;
  readonly manifest: Manifest;
  /** Throws ARTIFACT_NOT_FOUND, ARTIFACT_DAMAGED. */
  bytes(name: string): Promise<Uint8Array>;
  /** The value of a JSON artifact. Throws the same. */
  json(name: string): Promise<JsonValue>;
}

/** Where a run or a sweep lies, and its row where it is one of the home's. */
export interface RunPlace {
  readonly folder: string;
  readonly run: Run | null;
}

const ABSENT: ReadonlySet<string> = new Set(['RUN_NOT_FOUND', 'SWEEP_NOT_FOUND']);

/** A table that every sweep has, and no run. */
const SWEEP_TABLE = 'sweep.parquet';

const PREFIX = /^[0-9a-f]{8,64}$/;

/**
 * Where the run or sweep of a hash, or of the beginning of a hash, lies in the home; else a folder of one at that path.
 * Throws RUN_NOT_FOUND, RUN_PRUNED, AMBIGUOUS_PREFIX, and ARTIFACT_NOT_FOUND for what has not been completed.
 */
export async function findRunPlace(home: Pick<Home, 'artifacts' | 'store'> | null, hashOrFolder: string): Promise<RunPlace> {
  const folder = resolve(hashOrFolder);
  const isFolder = existsSync(join(folder, MANIFEST));
  const run = home && PREFIX.test(hashOrFolder) ? await inStore(home, hashOrFolder) : undefined;
  if (run?.status === 'completed') return { folder: runFolder(home!.artifacts, run.run_hash), run };
  if (isFolder) return { folder, run: null };
  if (run) throw new ProjectaError('ARTIFACT_NOT_FOUND', `The ${run.kind} ${run.run_hash} is ${run.status}, so it has no artifacts.`);
  throw new ProjectaError(
    'RUN_NOT_FOUND',
    `There is no run or sweep ${quote(hashOrFolder)}, and no folder of one at that path. Give its hash, at least 8 digits of its start, or its folder.`,
  );
}

/** The run or sweep of a hash, of the beginning of a hash, or in a folder. Throws what finding its place throws, and ARTIFACT_DAMAGED. */
export async function keptRun(home: Pick<Home, 'artifacts' | 'store'> | null, hashOrFolder: string): Promise<KeptRun> {
  return runInFolder((await findRunPlace(home, hashOrFolder)).folder);
}

/** The run or sweep in a folder. Throws RUN_NOT_FOUND, ARTIFACT_DAMAGED. */
export async function runInFolder(folder: string): Promise<KeptRun> {
  const { manifest, read } = await readRunFolder(folder);
  const bytes = async (name: string): Promise<Uint8Array> => {
    const content = await read(name);
    const entry = manifest.artifacts.find((one) => one.name === name);
    if (entry !== undefined && entry.sha256 === sha256Hex(content)) return content;
    throw new ProjectaError(
      'ARTIFACT_DAMAGED',
      `${name} in ${folder} is not what its manifest says. projecta verify tells more; run its config again to mend it.`,
    );
  };
  const kind = manifest.artifacts.some(({ name }) => name === SWEEP_TABLE) ? 'sweep' : 'run';
  return {
    kind,
    folder,
    manifest,
    bytes,
    json: async (name) => parseJson(new TextDecoder().decode(await bytes(name)), { maxDepth: 1000 }),
  };
}

async function inStore({ store }: Pick<Home, 'store'>, prefix: string): Promise<Run | undefined> {
  const [run, sweep] = [await present(store.runs, prefix), await present(store.sweeps, prefix)];
  if (!run || !sweep) return run ?? sweep;
  const both = `the run ${run.run_hash} and the sweep ${sweep.run_hash}`;
  throw new ProjectaError('AMBIGUOUS_PREFIX', `${quote(prefix)} begins ${both}; give more digits.`);
}

async function present(rows: Runs, prefix: string): Promise<Run | undefined> {
  try {
    return await rows.get(prefix);
  } catch (error) {
    if (error instanceof ProjectaError && ABSENT.has(error.code)) return undefined;
    throw error;
  }
}
