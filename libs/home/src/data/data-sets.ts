import { formatInstant, type Timeframe, timeframeMs } from '@projecta/candles';
import type { Dataset, Page, PageRequest, Store } from '@projecta/persistence';
import { join } from 'node:path';
import type { DataSet } from './data-set.js';
import {
  byTimeframe,
  datasetsFolder,
  discardDataSet,
  placeDataSet,
  removeDataSetFile,
  type StagedDataSet,
  type StoredVersion,
} from './data-set-files.js';

/** A data set as it is listed: the facts of the version that new runs take. */
export interface StoredDataSet extends DataSet {
  readonly notes: readonly string[];
  readonly created_at: string;
}

/** Data sets in a home, by (symbol, timeframe): files that never change, and rows that say which version runs take. */
export interface DataSets {
  list(page?: PageRequest): Promise<Page<StoredDataSet>>;
  /** The current versions of a symbol, finest timeframe first. */
  ofSymbol(symbol: string): Promise<StoredDataSet[]>;
  /** Every version of a symbol: what a run or a replay may be made on. */
  versions(symbol: string): Promise<StoredVersion[]>;
  /** Stores staged candles as the version that new runs take; `created` is false when it was stored before. */
  put(staged: StagedDataSet): Promise<{ readonly dataSet: StoredDataSet; readonly created: boolean }>;
  /** No new run gets it. Throws DATA_NOT_FOUND. */
  remove(symbol: string, timeframe?: Timeframe): Promise<void>;
  /** Removes versions that nobody needs: call it after runs have gone. */
  sweep(): Promise<void>;
  /** Counts what was put and removed here: for what is remembered of data sets. */
  readonly changes: number;
}

export function dataSetsOf(home: string, store: Store): DataSets {
  const folder = datasetsFolder(home);
  let changes = 0;
  const sweep = async (): Promise<void> => {
    await store.datasets.sweep(async (unused) => {
      for (const { file } of unused) await removeDataSetFile(home, file);
    });
  };
  return {
    async list(page = {}) {
      const { items, next_cursor } = await store.datasets.list(page);
      return { items: items.map(toDataSet), next_cursor };
    },
    ofSymbol: async (symbol) => byTimeframe((await store.datasets.current(symbol)).map(toDataSet)),
    async versions(symbol) {
      return (await store.datasets.versions(symbol)).map((row) => ({
        ...row,
        timeframe: row.timeframe as Timeframe,
        path: join(folder, row.file),
      }));
    },
    async put(staged) {
      const { bars, gaps, columns, data_hash, start, end } = staged.facts;
      const { symbol, timeframe } = staged.facts;
      try {
        const row = { symbol, timeframe, bars, gaps, columns, data_hash, start, end, file: staged.file, notes: staged.notes };
        const { created, dataset } = await store.datasets.add(row, () => placeDataSet(home, staged)).finally(() => (changes += 1));
        await sweep();
        return { created, dataSet: toDataSet(dataset) };
      } finally {
        await discardDataSet(staged);
      }
    },
    async remove(symbol, timeframe) {
      await store.datasets.remove(symbol, timeframe).finally(() => (changes += 1));
      await sweep();
    },
    sweep,
    get changes() {
      return changes;
    },
  };
}

function toDataSet(row: Dataset): StoredDataSet {
  const { symbol, bars, gaps, columns, data_hash, notes } = row;
  const timeframe = row.timeframe as Timeframe;
  const last = formatInstant(row.end - timeframeMs(timeframe));
  return {
    ...{ symbol, timeframe, bars, first: formatInstant(row.start), last, gaps, columns, data_hash, notes },
    created_at: formatInstant(row.created_at),
  };
}
