import { type Candles, countGaps, dataHash, formatInstant, type Timeframe } from '@projecta/candles';
import { sha256Stream } from '@projecta/hashing/node';

/** A data set's facts, as they are listed and stored beside it. */
export interface DataSet {
  readonly symbol: string;
  readonly timeframe: Timeframe;
  readonly bars: number;
  /** Opening times of the first and the last bar. */
  readonly first: string;
  readonly last: string;
  readonly gaps: number;
  readonly columns: readonly string[];
  readonly data_hash: string;
}

/** The facts of candles. */
export function dataSetOf(symbol: string, timeframe: Timeframe, candles: Candles): DataSet {
  const { ts } = candles;
  return {
    symbol,
    timeframe,
    bars: ts.length,
    first: formatInstant(ts[0]!),
    last: formatInstant(ts[ts.length - 1]!),
    gaps: countGaps(candles, timeframe),
    columns: columnNames(candles),
    data_hash: dataHash(candles, sha256Stream),
  };
}

/** The columns that candles have, in the order of the encoding. */
export function columnNames({ volume, vwap }: Candles): string[] {
  return ['ts', 'open', 'high', 'low', 'close', ...(volume ? ['volume'] : []), ...(vwap ? ['vwap'] : [])];
}
