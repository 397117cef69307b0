import type { SweepResult } from '@projecta/engine';
import { canonicalJson, sha256Stream } from '@projecta/hashing';
import { renderSweepReport } from '@projecta/report';
import { type ArtifactOptions, documentFiles, type RunArtifacts, sealFiles, tableFiles, textFile } from './seal-files.js';
import { sweepSummary } from './sweep-summary.js';
import { sweepTables } from './sweep-tables.js';

/**
 * A sweep as files, the same bytes every time: the SHA-256 of identity.json is the sweep_hash and that of config.json, the normal form
 * of the sweep, the config_hash. The manifest is that of a run and has the sweep_hash under `run_hash`.
 */
export function buildSweepArtifacts(result: SweepResult, options: ArtifactOptions = {}): RunArtifacts {
  const { sweep_hash, identity, sweep, overfitting } = result;
  const config = textFile('config.json', canonicalJson(sweep));
  const configHash = (options.hash ?? sha256Stream)().update(config.artifact.bytes).digestHex();
  const documents = documentFiles({
    'identity.json': identity,
    'summary.json': sweepSummary(result, configHash),
    'validation_summary.json': overfitting ? { overfitting } : {},
  });
  const texts = [config, textFile('report.html', renderSweepReport(result))];
  const names = { run_hash: sweep_hash, data_hash: identity.data.data_hash, engine: identity.engine };
  return sealFiles([...documents, ...texts, ...tableFiles(sweepTables(result))], names, options);
}
