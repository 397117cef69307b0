import { ADJUSTED_NOTE, type Candles, type Timeframe } from '@projecta/candles';
import { readCandlesFile } from '@projecta/candles/node';
import { ProjectaError } from '@projecta/errors';
import { basename } from 'node:path';
import { type CandleReaders, DIRECT } from './candle-readers.js';
import { dataDirFiles } from './data-dir.js';
import { byTimeframe, type StoredVersion } from './data-set-files.js';
import { fittingTimeframe } from './fitting-timeframe.js';
import { type RecordedSlice, recordedVersion } from './recorded-version.js';
import { symbolFileName } from './symbol-file-name.js';

/** What a run asks for, and the places candles may come from. */
export interface CandlesWanted {
  readonly symbol: string;
  readonly timeframe: Timeframe;
  /** A file that holds the symbol's candles; then nothing else is looked at. */
  readonly dataFile: string | null;
  /** Every stored version of the symbol's data sets. */
  readonly stored: readonly StoredVersion[];
  /** A folder of candle files. */
  readonly dataDir: string | null;
  /** For what was identified before: of several versions, the one whose slice has this hash is taken, where there is one. */
  readonly recorded?: RecordedSlice | null;
  /** How files are read; default each time anew. */
  readonly readers?: CandleReaders;
}

export interface FoundCandles {
  /** Absent for the built-in symbol, which makes its own. */
  readonly candles?: Candles;
  /** The stored version they are, if they are one. */
  readonly dataset_id: number | null;
  /** Where they come from, in words. */
  readonly source: string;
  readonly notes: readonly string[];
}

const BUILT_IN = 'TEST';

/**
 * The whole data set that a run takes: the given file, else the built-in one for its symbol, else a stored data set, else one of the data folder.
 * @throws ProjectaError DATA_NOT_FOUND, TIMEFRAME_TOO_FINE, DATA_INVALID, ARTIFACT_DAMAGED
 */
export async function findCandles(wanted: CandlesWanted): Promise<FoundCandles> {
  const { symbol, dataFile, dataDir, readers = DIRECT } = wanted;
  if (dataFile !== null) return { ...(await readCandlesFile(dataFile)), source: basename(dataFile), dataset_id: null };
  if (symbol === BUILT_IN) return { source: 'built-in TEST', notes: [], dataset_id: null };
  const stored = await ofStored(wanted);
  if (stored) return stored;
  const files = dataDir === null ? [] : (await dataDirFiles(dataDir)).filter((file) => file.symbol === symbol);
  const read = await Promise.all(files.map(readers.file));
  const file = fittingTimeframe(read, wanted.timeframe);
  const twin = read.find((one) => one !== file && one.timeframe === file?.timeframe);
  if (file && twin) {
    throw new ProjectaError(
      'DATA_INVALID',
      `${basename(file.path)} and ${basename(twin.path)} both hold ${symbol} ${twin.timeframe}. Remove one of them.`,
    );
  }
  if (file) return { candles: file.candles, source: basename(file.path), notes: file.notes, dataset_id: null };
  throw notFound(wanted, [...wanted.stored.filter(({ current }) => current), ...read]);
}

async function ofStored({ symbol, timeframe, stored, recorded, readers = DIRECT }: CandlesWanted): Promise<FoundCandles | undefined> {
  const old = recorded ? await recordedVersion(stored.filter(couldMake(timeframe)), { ...recorded, timeframe }) : undefined;
  const fitting = old?.version ?? fittingTimeframe(byTimeframe(stored.filter(({ current }) => current)), timeframe);
  if (!fitting) return undefined;
  return {
    candles: old?.candles ?? (await readers.version(fitting)),
    dataset_id: fitting.dataset_id,
    source: `data set ${symbol} ${fitting.timeframe}`,
    notes: fitting.notes.filter((note) => note === ADJUSTED_NOTE), // the others were told when it was added
  };
}

function couldMake(timeframe: Timeframe): (version: StoredVersion) => boolean {
  return (version) => fittingTimeframe([version], timeframe) !== undefined;
}

function notFound({ symbol, timeframe }: CandlesWanted, others: readonly { readonly timeframe: Timeframe }[]): ProjectaError {
  if (others.length > 0) {
    const have = others.map((one) => one.timeframe).join(', ');
    const message = `${symbol} is there as ${have}, of which ${timeframe} bars cannot be made. Add finer data or ask for a coarser timeframe.`;
    return new ProjectaError('TIMEFRAME_TOO_FINE', message, [{ path: '/timeframe', code: 'TIMEFRAME_TOO_FINE', message }]);
  }
  const message = `There are no candles for ${symbol}. Add them by PUT /datasets/{symbol} or projecta data add FILE --symbol ${symbol}, pass them by --data FILE, point PROJECTA_DATA_DIR at a folder that has a ${symbolFileName(symbol)}.csv, or use the built-in symbol ${BUILT_IN}.`;
  return new ProjectaError('DATA_NOT_FOUND', message, [{ path: '/symbol', code: 'DATA_NOT_FOUND', message }]);
}
