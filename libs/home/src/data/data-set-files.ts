import { type Candles, dataHash, TIMEFRAMES, type Timeframe, timeframeMs } from '@projecta/candles';
import { ProjectaError } from '@projecta/errors';
import { sha256Stream } from '@projecta/hashing/node';
import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { candlesOfParquet, candlesParquet } from './candles-table.js';
import { type DataSet, dataSetOf } from './data-set.js';
import { symbolFileName } from './symbol-file-name.js';

/** A version of a data set as a file: it never changes. */
export interface StoredVersion {
  readonly dataset_id: number;
  readonly symbol: string;
  readonly timeframe: Timeframe;
  readonly data_hash: string;
  /** Absolute. */
  readonly path: string;
  readonly notes: readonly string[];
  readonly current: boolean;
}

/** Candles on the disk under a hidden name, and the facts to store them by. */
export interface StagedDataSet {
  readonly facts: DataSet & { readonly start: number; readonly end: number };
  readonly notes: readonly string[];
  readonly temporary: string;
  /** Relative to the folder of data sets. */
  readonly file: string;
}

export const TEMPORARY_DATA = '.tmp-';

/** Where the data sets of a home are. */
export function datasetsFolder(home: string): string {
  return join(home, 'datasets');
}

/** `SYMBOL/TIMEFRAME/DATA_HASH.parquet`. */
export function dataSetFile({ symbol, timeframe, data_hash }: Pick<DataSet, 'symbol' | 'timeframe' | 'data_hash'>): string {
  return `${symbolFileName(symbol)}/${timeframe}/${data_hash}.parquet`;
}

/** A hidden path for what is not whole yet; a crash leaves at most that file, which the next start removes. */
export async function temporaryData(home: string, owner: string): Promise<string> {
  await mkdir(datasetsFolder(home), { recursive: true });
  return join(datasetsFolder(home), `${TEMPORARY_DATA}${owner}-${randomUUID()}`);
}

/** Where staged candles go: a hidden path of their own, unless one is given. */
export interface StagePlace {
  readonly home: string;
  readonly owner: string;
  readonly temporary?: string;
}

/** Writes candles under a hidden name, flushed. */
export async function stageDataSet(
  candles: Candles,
  key: { readonly symbol: string; readonly timeframe: Timeframe; readonly notes: readonly string[] },
  { home, owner, temporary: given }: StagePlace,
): Promise<StagedDataSet> {
  const { ts } = candles;
  const span = { start: ts[0]!, end: ts[ts.length - 1]! + timeframeMs(key.timeframe) };
  const facts = { ...dataSetOf(key.symbol, key.timeframe, candles), ...span };
  const temporary = given ?? (await temporaryData(home, owner));
  await writeFlushed(temporary, candlesParquet(candles));
  return { facts, notes: key.notes, temporary, file: dataSetFile(facts) };
}

/**
 * Gives staged candles their name, flushed; until `discardDataSet` a note beside them tells the name, so that a repair after a crash
 * knows it from files that this home has never heard of.
 */
export async function placeDataSet(home: string, { temporary, file }: StagedDataSet): Promise<void> {
  const path = join(datasetsFolder(home), file);
  await writeFile(placing(temporary), file);
  await mkdir(dirname(path), { recursive: true });
  await rename(temporary, path);
  for (const folder of [dirname(path), dirname(dirname(path)), datasetsFolder(home)]) await flushFolder(folder);
}

/** Removes what is left of staged candles beside their place. */
export async function discardDataSet({ temporary }: Pick<StagedDataSet, 'temporary'>): Promise<void> {
  await rm(temporary, { force: true });
  await rm(placing(temporary), { force: true });
}

/** The file that staged candles of a hidden name were being placed as, relative to the folder of data sets; undefined where they were not. */
export async function placedAs(temporary: string): Promise<string | undefined> {
  const file = await readFile(placing(temporary), 'utf8').catch(() => '');
  return /^[A-Za-z0-9._%-]+\/[a-z0-9]+\/[0-9a-f]{64}\.parquet$/.test(file) ? file : undefined;
}

/** Removes the file of a version, and the folders that are empty then. Only for while the store is locked. */
export async function removeDataSetFile(home: string, file: string): Promise<void> {
  const path = join(datasetsFolder(home), file);
  await rm(path, { force: true });
  for (const folder of [dirname(path), dirname(dirname(path))]) await rmdir(folder).catch(() => undefined);
}

function placing(temporary: string): string {
  return `${temporary}.placing`;
}

/** The candles of a version, compared with its hash. Throws ARTIFACT_DAMAGED. */
export async function readVersion({ symbol, timeframe, data_hash, path }: StoredVersion): Promise<Candles> {
  const bytes = await readFile(path).catch(() => undefined);
  const candles = bytes && (await candlesOfParquet(bytes));
  if (candles && dataHash(candles, sha256Stream) === data_hash) return candles;
  throw new ProjectaError(
    'ARTIFACT_DAMAGED',
    `The stored candles of ${symbol} ${timeframe} are damaged. Add the data set again, by projecta data add or PUT /datasets.`,
  );
}

/** Finest timeframe first. */
export function byTimeframe<T extends { readonly timeframe: Timeframe }>(versions: readonly T[]): T[] {
  return [...versions].sort((a, b) => TIMEFRAMES.indexOf(a.timeframe) - TIMEFRAMES.indexOf(b.timeframe));
}

/** Folders cannot be flushed on Windows, where renames are journalled. */
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function writeFlushed(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}
