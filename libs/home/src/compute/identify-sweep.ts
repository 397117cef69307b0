import { type Timeframe, timeframeMs } from '@projecta/candles';
import {
  type Cancellation,
  catalogueOf,
  inBase,
  type NormalizedSweep,
  prepareSweep,
  type SkippedPoints,
  type SweepConfig,
  type SweepIdentity,
  sweepSkips,
} from '@projecta/engine';
import { jsonSha256 } from '@projecta/hashing';
import { sha256Hex, sha256Stream } from '@projecta/hashing/node';
import type { CandleReaders } from '../data/candle-readers.js';
import { findCandles } from '../data/find-candles.js';
import type { RunRequest } from './compute-run.js';
import { normalizedSweep } from './normalized-sweep.js';
import { checkBars, checkColumns, checkJudging, checkSpan } from './run-limits.js';
import type { RunPlugins } from './run-plugins.js';

/** A sweep before it is computed: its hashes, and which candles they stand on. */
export interface IdentifiedSweep {
  readonly sweep_hash: string;
  /** SHA-256 of the JCS of the normal form. */
  readonly config_hash: string;
  readonly data_hash: string;
  readonly sweep: NormalizedSweep;
  readonly identity: SweepIdentity;
  /** Combinations of the grid, or rows that are drawn. */
  readonly trials: number;
  /** Which of them would be skipped; null where that was not asked, and where they are too many to look at. */
  readonly skipped: SkippedPoints | null;
  readonly bars: number;
  /** The span of its bars, half-open, epoch ms. */
  readonly data_start: number;
  readonly data_end: number;
  readonly dataset_id: number | null;
  readonly candlesFrom: string;
  readonly notes: readonly string[];
}

/** What identifying stands on beside the request. */
export interface IdentifyingSweep {
  readonly plugins: RunPlugins;
  readonly readers?: CandleReaders;
  /** With plug-ins of a user's, all trials are asked which of them they use: that may take its time. */
  readonly signal?: Cancellation;
  /** Whether trials are looked at for those that would be skipped, a tenth of a millisecond each. */
  readonly findsSkips?: boolean;
}

/** Trials that are looked at. */
const MOST_LOOKED_AT = 20_000;

/** Finds the candles of a sweep and gives it its identity. Errors are those of a sweep that come before computing. */
export async function identifySweep(
  request: RunRequest,
  { plugins, readers, signal, findsSkips = false }: IdentifyingSweep,
): Promise<IdentifiedSweep> {
  const { limits } = request;
  const normal = normalizedSweep(request, plugins, catalogueOf());
  if (limits) checkJudging(normal, limits);
  const { symbol, timeframe, start, end } = normal.base;
  const recorded = request.dataHash === undefined ? null : { data_hash: request.dataHash, start, end };
  const found = await inBase(async () => {
    const wanted = { ...request, symbol, timeframe: timeframe as Timeframe, recorded };
    const candles = await findCandles({ ...wanted, ...(readers && { readers }) });
    if (limits && !candles.candles) checkSpan(normal.base, limits);
    return candles;
  });
  const prepared = await prepareSweep({
    sweep: request.config as unknown as SweepConfig,
    ...{ plugins, hash: sha256Stream },
    ...(limits && { maxTrials: limits.trials }),
    ...(found.candles && { candles: found.candles }),
    ...(signal && { signal }),
  });
  const { sweep_hash, sweep, identity, candles, points } = prepared;
  const bars = candles.ts.length;
  await inBase(() => {
    if (limits) checkBars(bars, limits);
    if (limits) checkColumns(sweep.base, bars, limits);
  });
  const isLookedAt = findsSkips && points.count <= MOST_LOOKED_AT;
  return {
    ...{ sweep_hash, sweep, identity, bars, trials: points.count },
    skipped: isLookedAt ? await sweepSkips(prepared, { ...(signal && { signal }) }) : null,
    config_hash: jsonSha256(sweep, sha256Hex),
    data_hash: identity.data.data_hash,
    data_start: candles.ts[0]!,
    data_end: candles.ts[bars - 1]! + timeframeMs(timeframe as Timeframe),
    ...{ dataset_id: found.dataset_id, candlesFrom: found.source, notes: found.notes },
  };
}
