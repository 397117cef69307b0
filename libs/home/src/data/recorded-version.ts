import { type Candles, dataHash, parseInstant, selectCandles, type Timeframe } from '@projecta/candles';
import { sha256Stream } from '@projecta/hashing/node';
import { readVersion, type StoredVersion } from './data-set-files.js';

/** The candles a run was made on, as its identity names them. */
export interface RecordedSlice {
  readonly data_hash: string;
  readonly start: string;
  readonly end: string;
}

/** Of the versions of a data set, newest last, the candles of one whose slice has the recorded hash; undefined where none has. */
export async function recordedVersion(
  versions: readonly StoredVersion[],
  recorded: RecordedSlice & { readonly timeframe: Timeframe },
): Promise<{ readonly candles: Candles; readonly version: StoredVersion } | undefined> {
  for (const version of [...versions].reverse()) {
    const candles = await readVersion(version);
    if (sliceHash(candles, recorded) === recorded.data_hash) return { candles, version };
  }
  return undefined;
}

function sliceHash(candles: Candles, { timeframe, start, end }: RecordedSlice & { readonly timeframe: Timeframe }): string {
  const span = { timeframe, start: parseInstant(start, '/start'), end: parseInstant(end, '/end') };
  return dataHash(selectCandles(candles, span).candles, sha256Stream);
}
