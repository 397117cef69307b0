import { buildArtifacts } from '@projecta/artifacts';
import type { Timeframe } from '@projecta/candles';
import { type Cancellation, catalogueOf, type OnProgress, runBacktest, type RunConfig, type TrialPool } from '@projecta/engine';
import type { JsonValue } from '@projecta/hashing';
import { sha256Stream } from '@projecta/hashing/node';
import { findCandles } from '../data/find-candles.js';
import type { StoredVersion } from '../data/data-set-files.js';
import type { ExtraDigest } from '../settings.js';
import type { Computed } from './computed.js';
import type { RunLimits } from './run-limits.js';
import { normalized, type RunPlugins } from './run-plugins.js';

/** All that a run, or a sweep, is made from; it can be posted to a thread. */
export interface RunRequest {
  /** As it was submitted: a RunConfig, or a SweepConfig. */
  readonly config: JsonValue;
  /** A file of the symbol's candles, beside which nothing else is looked at. */
  readonly dataFile: string | null;
  readonly stored: readonly StoredVersion[];
  readonly dataDir: string | null;
  readonly extraDigests: readonly ExtraDigest[];
  /** Version of the program, for the manifest. */
  readonly engineVersion: string;
  /** The hash of the candles that the run was identified with: another version is only taken where this one is gone. */
  readonly dataHash?: string;
  /** What it may be at most; anything when left out. */
  readonly limits?: RunLimits;
}

/** What computing is done with. */
export interface Computing {
  readonly plugins: RunPlugins;
  readonly signal?: Cancellation;
  readonly onProgress: OnProgress;
  readonly pool?: TrialPool;
}

/** Loads candles, runs the backtest and makes its artifacts. Errors are those of each of these. */
export async function computeRun(request: RunRequest, { plugins, signal, onProgress, pool }: Computing): Promise<Computed> {
  // the whole config is checked before any candles are looked for
  const { symbol, timeframe, start, end } = normalized(request.config, plugins, catalogueOf());
  const recorded = request.dataHash === undefined ? null : { data_hash: request.dataHash, start, end };
  const { candles, source, notes, dataset_id } = await findCandles({ ...request, symbol, timeframe: timeframe as Timeframe, recorded });
  const config = request.config as unknown as RunConfig;
  const result = await runBacktest({
    config,
    plugins,
    onProgress,
    hash: sha256Stream,
    ...(candles && { candles }),
    ...(signal && { signal }),
    ...(pool && { pool }),
  });
  await onProgress({ stage: 'artifacts', done: 0, total: 1 });
  const { extraDigests, engineVersion } = request;
  const { run_hash, metrics, summary, periods_per_year } = result;
  const sharpe = metrics.sharpe === null ? NaN : metrics.sharpe / Math.sqrt(periods_per_year);
  return {
    ...buildArtifacts(result, { extraDigests, engineVersion, hash: sha256Stream }),
    ...{ summary, metrics },
    tried: { run_hashes: [run_hash], sharpes: Float64Array.of(sharpe), returns: summary.bars - 1 },
    ...{ dataset_id, candlesFrom: source, notes },
  };
}
