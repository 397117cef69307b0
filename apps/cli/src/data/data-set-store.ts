import { type Candles, dataHash, TIMEFRAMES, type Timeframe } from '@projecta/candles';
import { ProjectaError, quote } from '@projecta/errors';
import { sha256Stream } from '@projecta/hashing/node';
import { access, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeWhole } from '../write-whole.js';
import { candlesOfParquet, candlesParquet } from './candles-table.js';
import { type DataSet, dataSetOf } from './data-set.js';
import { symbolFileName } from './symbol-file-name.js';

/** What `data_set.json` holds: the facts of the version that runs take, and every version's hash, oldest first. */
export interface StoredDataSet extends DataSet {
  readonly notes: readonly string[];
  readonly versions: readonly string[];
}

/**
 * Data sets in a home, by (symbol, timeframe): `datasets/SYMBOL/TIMEFRAME/DATA_HASH.parquet` are versions that never change,
 * `data_set.json` beside them says which one runs take.
 */
export interface DataSetStore {
  list(): Promise<StoredDataSet[]>;
  /** The data sets of a symbol, finest timeframe first. */
  ofSymbol(symbol: string): Promise<StoredDataSet[]>;
  /** The candles of a data set, compared with its hash. Throws ARTIFACT_DAMAGED. */
  candles(dataSet: Pick<DataSet, 'symbol' | 'timeframe' | 'data_hash'>): Promise<Candles>;
  /** Stores candles as the version that runs take; `created` is false when they are it already. */
  add(
    candles: Candles,
    key: { readonly symbol: string; readonly timeframe: Timeframe },
    notes: readonly string[],
  ): Promise<{ dataSet: StoredDataSet; created: boolean }>;
}

/** The store of a home. */
export function dataSetStore(home: string): DataSetStore {
  const root = join(home, 'datasets');
  const folder = (symbol: string, timeframe: string): string => join(root, symbolFileName(symbol), timeframe);

  const ofFolder = async (name: string): Promise<StoredDataSet[]> => {
    const found = await Promise.all(TIMEFRAMES.map((timeframe) => readFacts(join(root, name, timeframe))));
    return found.filter((one) => one !== undefined);
  };
  return {
    async list() {
      const names = (await entries(root)).sort();
      return (await Promise.all(names.map(ofFolder))).flat();
    },
    async ofSymbol(symbol) {
      // a file system that ignores case may hand out another symbol's folder
      return (await ofFolder(symbolFileName(symbol))).filter((one) => one.symbol === symbol);
    },
    async candles({ symbol, timeframe, data_hash }) {
      const candles = await candlesOfParquet(await readFile(join(folder(symbol, timeframe), `${data_hash}.parquet`)));
      if (dataHash(candles, sha256Stream) === data_hash) return candles;
      throw new ProjectaError(
        'ARTIFACT_DAMAGED',
        `The stored candles of ${symbol} ${timeframe} are damaged. Add them again by projecta data add.`,
      );
    },
    async add(candles, { symbol, timeframe }, notes) {
      const place = folder(symbol, timeframe);
      const before = await readFacts(place);
      if (before !== undefined && before.symbol !== symbol) {
        throw new ProjectaError(
          'NOT_ALLOWED',
          `${quote(symbol)} and the stored ${quote(before.symbol)} share a folder on this file system. Use another symbol.`,
        );
      }
      const facts = dataSetOf(symbol, timeframe, candles);
      const file = join(place, `${facts.data_hash}.parquet`);
      const isThere = await exists(file);
      if (before !== undefined && before.data_hash === facts.data_hash && isThere) return { dataSet: before, created: false };
      if (!isThere) await writeWhole(file, [candlesParquet(candles)]);
      const versions = [...(before?.versions ?? []).filter((hash) => hash !== facts.data_hash), facts.data_hash];
      const dataSet: StoredDataSet = { ...facts, notes, versions };
      await writeWhole(join(place, 'data_set.json'), [`${JSON.stringify(dataSet, undefined, 2)}\n`]);
      return { dataSet, created: true };
    },
  };
}

async function readFacts(folder: string): Promise<StoredDataSet | undefined> {
  const path = join(folder, 'data_set.json');
  if (!(await exists(path))) return undefined;
  try {
    return JSON.parse(await readFile(path, 'utf8')) as StoredDataSet;
  } catch {
    throw new ProjectaError('ARTIFACT_DAMAGED', `${path} is not JSON. Remove its folder and add the data set again.`);
  }
}

async function entries(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch {
    return [];
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
