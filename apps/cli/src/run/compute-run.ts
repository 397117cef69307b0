import { type Artifact, buildArtifacts, type Manifest } from '@projecta/artifacts';
import type { Timeframe } from '@projecta/candles';
import { catalogueOf, loadPlugins, normalizeConfig, type Progress, runBacktest, type RunConfig } from '@projecta/engine';
import type { JsonValue } from '@projecta/hashing';
import { sha256Stream } from '@projecta/hashing/node';
import { findCandles } from '../data/find-candles.js';
import type { ExtraDigest } from '../settings.js';
import { loadPluginFiles } from './load-plugin-files.js';

/** All that a run is made from; it can be posted to a thread. */
export interface RunRequest {
  readonly config: JsonValue;
  readonly dataFile: string | null;
  readonly plugins: readonly string[];
  readonly home: string;
  readonly dataDir: string | null;
  readonly extraDigests: readonly ExtraDigest[];
  /** Version of the program, for the manifest. */
  readonly engineVersion: string;
  /** For a replay: the hash of the candles that the run was made on. */
  readonly dataHash?: string;
}

/** A run as files, and what was said while its candles were read. */
export interface ComputedRun {
  readonly artifacts: readonly Artifact[];
  readonly manifest: Manifest;
  readonly candlesFrom: string;
  readonly notes: readonly string[];
}

/** Loads plug-ins and candles, runs the backtest and makes its artifacts. Errors are those of each of these. */
export async function computeRun(request: RunRequest, onProgress: (progress: Progress) => void): Promise<ComputedRun> {
  const plugins = await loadPluginFiles(request.plugins);
  const own = loadPlugins(plugins, catalogueOf()).map(({ definition }) => definition);
  // the whole config is checked before any candles are looked for
  const { symbol, timeframe, start, end } = normalizeConfig(request.config, catalogueOf(own));
  const recorded = request.dataHash === undefined ? null : { data_hash: request.dataHash, start, end };
  const { candles, source, notes } = await findCandles({ ...request, symbol, timeframe: timeframe as Timeframe, recorded });
  const config = request.config as unknown as RunConfig;
  const result = await runBacktest({ config, plugins, onProgress, hash: sha256Stream, ...(candles && { candles }) });
  onProgress({ stage: 'artifacts', done: 0, total: 1 });
  const { extraDigests, engineVersion } = request;
  return { ...buildArtifacts(result, { extraDigests, engineVersion, hash: sha256Stream }), candlesFrom: source, notes };
}
