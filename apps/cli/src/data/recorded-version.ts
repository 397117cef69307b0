import { type Candles, dataHash, parseInstant, selectCandles, type Timeframe } from '@projecta/candles';
import { sha256Stream } from '@projecta/hashing/node';
import type { DataSetStore, StoredDataSet } from './data-set-store.js';

/** The candles a run was made on, as its identity names them. */
export interface RecordedSlice {
  readonly data_hash: string;
  readonly start: string;
  readonly end: string;
}

/** The version of a data set whose slice has the recorded hash, newest first; where none has, the version that runs take now. */
export async function recordedVersion(
  store: DataSetStore,
  dataSet: StoredDataSet,
  recorded: RecordedSlice & { readonly timeframe: Timeframe },
): Promise<Candles> {
  for (const data_hash of [...dataSet.versions].reverse()) {
    const candles = await store.candles({ ...dataSet, data_hash });
    if (sliceHash(candles, recorded) === recorded.data_hash) return candles;
  }
  return store.candles(dataSet);
}

function sliceHash(candles: Candles, { timeframe, start, end }: RecordedSlice & { readonly timeframe: Timeframe }): string {
  const span = { timeframe, start: parseInstant(start, '/start'), end: parseInstant(end, '/end') };
  return dataHash(selectCandles(candles, span).candles, sha256Stream);
}
