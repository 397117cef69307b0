import { type Candles, dataHash, parseInstant, selectCandles, type Timeframe } from '@projecta/candles';
import { ProjectaError } from '@projecta/errors';
import { sha256Stream } from '@projecta/hashing/node';
import { readVersion, type StoredVersion } from './data-set-files.js';

/** The candles a run was made on, as its identity names them. */
export interface RecordedSlice {
  readonly data_hash: string;
  readonly start: string;
  readonly end: string;
}

/**
 * Of the versions of a data set, newest last, the candles of one whose slice has the recorded hash; undefined where none has.
 * Throws ARTIFACT_DAMAGED where none has and one cannot be read: it may be the one.
 */
export async function recordedVersion(
  versions: readonly StoredVersion[],
  recorded: RecordedSlice & { readonly timeframe: Timeframe },
): Promise<{ readonly candles: Candles; readonly version: StoredVersion } | undefined> {
  let damaged: ProjectaError | undefined;
  for (const version of [...versions].reverse()) {
    const candles = await readVersion(version).catch((error: unknown) => {
      if (!(error instanceof ProjectaError)) throw error;
      damaged ??= error;
      return undefined;
    });
    if (candles && sliceHash(candles, recorded) === recorded.data_hash) return { candles, version };
  }
  if (damaged) throw damaged;
  return undefined;
}

/** Undefined where the candles have no such slice. */
function sliceHash(candles: Candles, { timeframe, start, end }: RecordedSlice & { readonly timeframe: Timeframe }): string | undefined {
  const span = { timeframe, start: parseInstant(start, '/start'), end: parseInstant(end, '/end') };
  try {
    return dataHash(selectCandles(candles, span).candles, sha256Stream);
  } catch (error) {
    if (error instanceof ProjectaError) return undefined;
    throw error;
  }
}
