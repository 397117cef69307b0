import { TIMEFRAMES, type Timeframe, timeframeMs } from '@projecta/candles';
import type { FolderFacts, StoredDataSet } from '@projecta/home';
import { BUILT_IN } from './data-set-key.js';

/** A data set as it is listed. */
export interface DataSetView {
  readonly symbol: string;
  /** What its bars are; null for the built-in one, which has every timeframe, and for a file that cannot be read. */
  readonly timeframe: Timeframe | null;
  /** What a run can ask for. */
  readonly timeframes: readonly Timeframe[];
  readonly bars: number | null;
  /** Opening times of the first and the last bar. */
  readonly first: string | null;
  readonly last: string | null;
  readonly gaps: number | null;
  readonly columns: readonly string[];
  readonly data_hash: string | null;
  readonly notes: readonly string[];
  /** When it was stored, or its file last changed. */
  readonly created_at: string | null;
  readonly source: 'stored' | 'folder' | 'built_in';
  /** Why it cannot be backtested; null where it can. */
  readonly problem: string | null;
}

export function storedView({ notes, created_at, ...facts }: StoredDataSet): DataSetView {
  return { ...facts, timeframes: coarserThan(facts.timeframe), notes, created_at, source: 'stored', problem: null };
}

export function folderView({ symbol, facts, notes, changed_at, problem }: FolderFacts): DataSetView {
  if (symbol === BUILT_IN) return { symbol, ...NOTHING, created_at: changed_at, source: 'folder', problem: RESERVED };
  if (facts) return { ...facts, timeframes: coarserThan(facts.timeframe), notes, created_at: changed_at, source: 'folder', problem: null };
  return { symbol, ...NOTHING, created_at: changed_at, source: 'folder', problem };
}

const RESERVED = `${BUILT_IN} is the built-in data set, which no file takes the place of. Rename the file.`;
const NOTHING = {
  timeframe: null,
  timeframes: [],
  bars: null,
  first: null,
  last: null,
  gaps: null,
  columns: [],
  data_hash: null,
  notes: [],
};

/** The built-in synthetic data set, whose bars are made for any span. */
export const BUILT_IN_VIEW: DataSetView = {
  symbol: BUILT_IN,
  ...NOTHING,
  timeframes: TIMEFRAMES,
  gaps: 0,
  columns: ['ts', 'open', 'high', 'low', 'close', 'volume'],
  notes: ['Synthetic and deterministic: any span, every timeframe, each its own series.'],
  created_at: null,
  source: 'built_in',
  problem: null,
};

/** The timeframes whose bars can be made from bars of this one. */
function coarserThan(timeframe: Timeframe): Timeframe[] {
  return TIMEFRAMES.filter((one) => timeframeMs(one) % timeframeMs(timeframe) === 0);
}
