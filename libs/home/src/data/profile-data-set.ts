import { cachedReaders } from './candle-readers.js';
import type { DataDirFile } from './data-dir.js';
import type { StoredVersion } from './data-set-files.js';
import { type CandlesProfile, profileCandles } from './profile-candles.js';
import type { ValueCache } from './value-cache.js';

/** A stored version, or a file of the data folder. */
export type DataSetPlace = { readonly version: StoredVersion } | { readonly file: DataDirFile };

export interface ProfiledDataSet {
  readonly profile: CandlesProfile;
  /** What was said when it was read. */
  readonly notes: readonly string[];
}

/** Looks through a data set. Throws DATA_INVALID, ARTIFACT_DAMAGED. */
export async function profileDataSet(place: DataSetPlace, cache: ValueCache): Promise<ProfiledDataSet> {
  const readers = cachedReaders(cache);
  if ('version' in place) {
    const { version } = place;
    return { profile: profileCandles(version.symbol, await readers.version(version)), notes: version.notes };
  }
  const { symbol, candles, notes } = await readers.file(place.file);
  return { profile: profileCandles(symbol, candles), notes };
}
