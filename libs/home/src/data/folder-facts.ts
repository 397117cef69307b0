import { formatInstant } from '@projecta/candles';
import { ProjectaError } from '@projecta/errors';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { cachedReaders, fileState } from './candle-readers.js';
import type { DataDirFile } from './data-dir.js';
import { type DataSet, dataSetOf } from './data-set.js';
import type { ValueCache } from './value-cache.js';

/** What is known of a file of the data folder. */
export interface FolderFacts {
  readonly symbol: string;
  /** Its name without its folder. */
  readonly file: string;
  /** When it was last changed; null where it is gone. */
  readonly changed_at: string | null;
  /** Null where it cannot be read. */
  readonly facts: DataSet | null;
  readonly notes: readonly string[];
  /** Why not. */
  readonly problem: string | null;
}

const FACTS_BYTES = 2_000;

/** The facts of files, in their order. They are kept as long as a file's size and time of change stay the same. */
export async function folderFacts(files: readonly DataDirFile[], cache: ValueCache): Promise<FolderFacts[]> {
  const facts: FolderFacts[] = [];
  for (const file of files) facts.push(await factsOf(file, cache)); // one at a time: each may be large
  return facts;
}

async function factsOf(file: DataDirFile, cache: ValueCache): Promise<FolderFacts> {
  const state = await stat(file.path).catch(() => undefined);
  const head = { symbol: file.symbol, file: basename(file.path), changed_at: state ? formatInstant(Math.floor(state.mtimeMs)) : null };
  const read = await cache.of(`facts ${await fileState(file.path)}`, async () => ({
    value: await readFacts(file, cache),
    bytes: FACTS_BYTES,
  }));
  return { ...head, ...read };
}

async function readFacts(file: DataDirFile, cache: ValueCache): Promise<Pick<FolderFacts, 'facts' | 'notes' | 'problem'>> {
  try {
    const { symbol, timeframe, candles, notes } = await cachedReaders(cache).file(file);
    return { facts: dataSetOf(symbol, timeframe, candles), notes, problem: null };
  } catch (error) {
    if (error instanceof ProjectaError) return { facts: null, notes: [], problem: error.message };
    throw error;
  }
}
