import { buildSweepArtifacts, type SweepSummary } from '@projecta/artifacts';
import type { Timeframe } from '@projecta/candles';
import { catalogueOf, inBase, runSweep, type SweepConfig } from '@projecta/engine';
import { sha256Stream } from '@projecta/hashing/node';
import { findCandles } from '../data/find-candles.js';
import type { Computing, RunRequest } from './compute-run.js';
import type { Computed } from './computed.js';
import { normalizedSweep } from './normalized-sweep.js';

/** Loads candles, runs every trial of a sweep and makes its artifacts. Errors are those of each of these. */
export async function computeSweep(request: RunRequest, { plugins, signal, onProgress, pool }: Computing): Promise<Computed> {
  const { base } = normalizedSweep(request, plugins, catalogueOf());
  const { symbol, timeframe, start, end } = base;
  const recorded = request.dataHash === undefined ? null : { data_hash: request.dataHash, start, end };
  const wanted = { ...request, symbol, timeframe: timeframe as Timeframe, recorded };
  const { candles, source, notes, dataset_id } = await inBase(() => findCandles(wanted));
  const result = await runSweep({
    sweep: request.config as unknown as SweepConfig,
    ...{ plugins, onProgress, hash: sha256Stream },
    ...(request.limits && { maxTrials: request.limits.trials }),
    ...(candles && { candles }),
    ...(signal && { signal }),
    ...(pool && { pool }),
  });
  await onProgress({ stage: 'artifacts', done: 0, total: 1 });
  const { extraDigests, engineVersion } = request;
  const built = buildSweepArtifacts(result, { extraDigests, engineVersion, hash: sha256Stream });
  const summary = built.artifacts.find(({ name }) => name === 'summary.json')!;
  return {
    ...built,
    summary: JSON.parse(new TextDecoder().decode(summary.bytes)) as SweepSummary,
    metrics: result.best.metrics,
    tried: { run_hashes: result.trials.run_hash, sharpes: result.sharpe_per_bar, returns: result.returns },
    ...{ dataset_id, candlesFrom: source, notes },
  };
}
