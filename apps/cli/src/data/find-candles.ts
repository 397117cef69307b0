import { ADJUSTED_NOTE, type Candles, type Timeframe } from '@projecta/candles';
import { readCandlesFile } from '@projecta/candles/node';
import { ProjectaError } from '@projecta/errors';
import { basename } from 'node:path';
import { dataDirFiles, readDataDirFile } from './data-dir.js';
import { dataSetStore } from './data-set-store.js';
import { fittingTimeframe } from './fitting-timeframe.js';
import { type RecordedSlice, recordedVersion } from './recorded-version.js';

/** What a run asks for, and the places candles may come from. */
export interface CandlesWanted {
  readonly symbol: string;
  readonly timeframe: Timeframe;
  /** A file that holds the symbol's candles; then nothing else is looked at. */
  readonly dataFile: string | null;
  readonly home: string;
  readonly dataDir: string | null;
  /** For a replay: of several stored versions, the one whose slice has this hash is taken, where there is one. */
  readonly recorded?: RecordedSlice | null;
}

export interface FoundCandles {
  /** Absent for the built-in symbol, which makes its own. */
  readonly candles?: Candles;
  /** Where they come from, in words. */
  readonly source: string;
  readonly notes: readonly string[];
}

const BUILT_IN = 'TEST';

/**
 * The whole data set that a run takes: the given file, else the home's data sets, else the data folder, else the built-in symbol.
 * @throws ProjectaError DATA_NOT_FOUND, TIMEFRAME_TOO_FINE, DATA_INVALID, ARTIFACT_DAMAGED
 */
export async function findCandles(wanted: CandlesWanted): Promise<FoundCandles> {
  const { symbol, timeframe, dataFile, home, dataDir, recorded } = wanted;
  if (dataFile !== null) return { ...(await readCandlesFile(dataFile)), source: basename(dataFile) };

  const store = dataSetStore(home);
  const stored = await store.ofSymbol(symbol);
  const fitting = fittingTimeframe(stored, timeframe);
  if (fitting) {
    const candles = recorded ? await recordedVersion(store, fitting, { ...recorded, timeframe }) : await store.candles(fitting);
    return { candles, source: `data set ${symbol} ${fitting.timeframe}`, notes: fitting.notes.filter((note) => note === ADJUSTED_NOTE) }; // the others were told when it was added
  }

  const files = dataDir === null ? [] : (await dataDirFiles(dataDir)).filter((file) => file.symbol === symbol);
  const read = await Promise.all(files.map(readDataDirFile));
  const file = fittingTimeframe(read, timeframe);
  const twin = read.find((one) => one !== file && one.timeframe === file?.timeframe);
  if (file && twin) {
    throw new ProjectaError(
      'DATA_INVALID',
      `${basename(file.path)} and ${basename(twin.path)} both hold ${symbol} ${twin.timeframe}. Remove one of them.`,
    );
  }
  if (file) return { candles: file.candles, source: basename(file.path), notes: file.notes };

  if (symbol === BUILT_IN) return { source: 'built-in TEST', notes: [] };
  throw notFound(wanted, [...stored, ...read]);
}

function notFound({ symbol, timeframe, home }: CandlesWanted, others: readonly { readonly timeframe: Timeframe }[]): ProjectaError {
  if (others.length > 0) {
    const have = others.map((one) => one.timeframe).join(', ');
    return new ProjectaError(
      'TIMEFRAME_TOO_FINE',
      `${symbol} is there as ${have}, of which ${timeframe} bars cannot be made. Add finer data or ask for a coarser timeframe.`,
    );
  }
  return new ProjectaError(
    'DATA_NOT_FOUND',
    `There are no candles for ${symbol} in ${home}. Pass them by --data FILE, add them once by projecta data add FILE --symbol ${symbol}, point PROJECTA_DATA_DIR at a folder that has a ${symbol.replaceAll('/', '%2F').replaceAll(':', '%3A')}.csv, or use the built-in symbol ${BUILT_IN}.`,
  );
}
