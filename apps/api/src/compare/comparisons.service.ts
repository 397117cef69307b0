import { Inject, Injectable } from '@nestjs/common';
import { type Problem, ValidationFailed } from '@projecta/errors';
import type { JsonValue } from '@projecta/hashing';
import { METRICS } from '@projecta/metrics';
import type { JsonObject } from '@projecta/persistence';
import { join } from 'node:path';
import { findArtifact } from '../artifacts/find-artifact.js';
import { type CompletedRun, KeptRuns } from '../artifacts/kept-runs.service.js';
import { BACKEND, type Backend } from '../backend.js';

const EQUITY = 'equity.parquet';

/** Runs side by side. */
@Injectable()
export class Comparisons {
  constructor(
    @Inject(BACKEND) private readonly backend: Backend,
    private readonly runs: KeptRuns,
  ) {}

  /**
   * The comparison of 2 to 10 runs, as JSON in UTF-8: `{runs, metrics, config, equity: {ts, values}}`, all values in the order of the hashes.
   * Throws what finding the runs throws, VALIDATION_FAILED where two are the same, ARTIFACT_DAMAGED, RunCancelled.
   */
  async of(
    hashes: readonly string[],
    { downsample, signal }: { readonly downsample: number; readonly signal: AbortSignal },
  ): Promise<Uint8Array> {
    const found: CompletedRun[] = [];
    for (const hash of hashes) found.push(await this.runs.completed('run', hash));
    refuseRepeats(hashes, found);
    const head = { runs: found.map(runHead), metrics: metricRows(found) };
    const configs = found.map(({ run }) => run.config);
    const equity = found.map(({ manifest, folder }) => ({ path: join(folder, EQUITY), sha256: findArtifact(manifest, EQUITY).sha256 }));
    return this.backend.clerks.perform('compare', { head, configs, equity, downsample }, { signal });
  }
}

function refuseRepeats(hashes: readonly string[], found: readonly CompletedRun[]): void {
  const problems = hashes.flatMap((hash, i): Problem[] => {
    const first = found.findIndex(({ run }) => run.run_hash === found[i]!.run.run_hash);
    if (first === i) return [];
    return [{ path: '/hash', code: 'NOT_ALLOWED', message: `hash ${hash} names the same run as ${hashes[first]}; give it once.` }];
  });
  if (problems.length > 0) throw new ValidationFailed(problems, 'The query');
}

function runHead({ run }: CompletedRun): JsonObject {
  const { run_hash, config_hash, data_hash, symbol, timeframe, strategy, summary } = run;
  return { run_hash, config_hash, data_hash, symbol, timeframe, strategy, bars: summary?.['bars'] ?? null };
}

function metricRows(found: readonly CompletedRun[]): JsonObject[] {
  const metrics = found.map(({ run }) => (run.summary?.['metrics'] ?? {}) as Readonly<Record<string, JsonValue>>);
  return METRICS.map(({ id, title, unit, lowerIsBetter = false }) => {
    return { id, title, unit, lower_is_better: lowerIsBetter, values: metrics.map((one) => one[id] ?? null) };
  });
}
