import { type Timeframe, timeframeMs } from '@projecta/candles';
import { catalogueOf, type NormalizedRunConfig, prepareRun, type RunIdentity } from '@projecta/engine';
import { sha256Stream } from '@projecta/hashing/node';
import type { CandleReaders } from '../data/candle-readers.js';
import { findCandles } from '../data/find-candles.js';
import type { RunRequest } from './compute-run.js';
import { checkBars, checkColumns, checkSpan, checkTrials } from './run-limits.js';
import { normalized, type RunPlugins } from './run-plugins.js';

/** A run before it is computed: its hashes, and which candles they stand on. */
export interface IdentifiedRun {
  readonly run_hash: string;
  readonly config_hash: string;
  readonly data_hash: string;
  readonly config: NormalizedRunConfig;
  readonly identity: RunIdentity;
  readonly bars: number;
  readonly gaps: number;
  /** The span of its bars, half-open, epoch ms. */
  readonly data_start: number;
  readonly data_end: number;
  readonly dataset_id: number | null;
  readonly candlesFrom: string;
  readonly notes: readonly string[];
}

/** Finds the candles of a run and gives it its identity. Errors are those of a run that come before computing. */
export async function identifyRun(request: RunRequest, plugins: RunPlugins, readers?: CandleReaders): Promise<IdentifiedRun> {
  const { limits } = request;
  const normal = normalized(request.config, plugins, catalogueOf());
  if (limits) checkTrials(normal, limits);
  const { symbol, timeframe, start, end } = normal;
  const recorded = request.dataHash === undefined ? null : { data_hash: request.dataHash, start, end };
  const found = await findCandles({ ...request, symbol, timeframe: timeframe as Timeframe, recorded, ...(readers && { readers }) });
  if (limits && !found.candles) checkSpan(normal, limits);
  const prepared = prepareRun({ config: request.config, plugins, hash: sha256Stream, ...(found.candles && { candles: found.candles }) });
  const { run_hash, config_hash, data_hash, config, identity, gaps, candles } = prepared;
  const bars = candles.ts.length;
  if (limits) checkBars(bars, limits);
  if (limits) checkColumns(config, bars, limits);
  return {
    ...{ run_hash, config_hash, data_hash, config, identity, gaps, bars },
    data_start: candles.ts[0]!,
    data_end: candles.ts[bars - 1]! + timeframeMs(timeframe as Timeframe),
    ...{ dataset_id: found.dataset_id, candlesFrom: found.source, notes: found.notes },
  };
}
