import { type Candles, nativeTimeframe, type Timeframe } from '@projecta/candles';
import { readCandlesFile } from '@projecta/candles/node';
import { ProjectaError } from '@projecta/errors';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { symbolOfFileName } from './symbol-file-name.js';

const ENDINGS = ['.csv', '.csv.gz', '.tsv', '.txt', '.parquet'];

/** A candle file of the data folder: its symbol is its name. */
export interface DataDirFile {
  readonly symbol: string;
  readonly path: string;
}

/** A file's candles with the timeframe its bars show. */
export interface DataDirCandles extends DataDirFile {
  readonly timeframe: Timeframe;
  readonly candles: Candles;
  readonly notes: readonly string[];
}

/** The candle files of a folder by name; other files are passed over. Throws DATA_NOT_FOUND where the folder cannot be read. */
export async function dataDirFiles(folder: string): Promise<DataDirFile[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    throw new ProjectaError(
      'DATA_NOT_FOUND',
      `The folder that PROJECTA_DATA_DIR names cannot be read (${error.code}). Correct it or unset it.`,
    );
  });
  return names.sort().flatMap((name) => {
    const ending = ENDINGS.find((one) => name.toLowerCase().endsWith(one));
    const symbol = ending === undefined ? undefined : symbolOfFileName(name.slice(0, -ending.length));
    return symbol === undefined ? [] : [{ symbol, path: join(folder, name) }];
  });
}

/** Reads one of them. Throws DATA_INVALID. */
export async function readDataDirFile(file: DataDirFile): Promise<DataDirCandles> {
  const { candles, notes } = await readCandlesFile(file.path);
  return { ...file, candles, notes, timeframe: nativeTimeframe(candles) };
}
