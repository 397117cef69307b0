import type { RunResult } from '@projecta/engine';
import { renderEquitySvg, renderReport } from '@projecta/report';
import { type ArtifactOptions, documentFiles, type RunArtifacts, sealFiles, tableFiles, textFile } from './seal-files.js';
import { tablesOf } from './tables-of.js';

/**
 * A run as files, the same bytes every time; JSON files are canonical (RFC 8785), so the SHA-256 of identity.json is the run_hash
 * and that of config.json the config_hash. Of the files only manifest.json depends on the options.
 */
export function buildArtifacts(result: RunResult, options: ArtifactOptions = {}): RunArtifacts {
  const { identity, config, summary, causality, validation, metrics, metric_reasons, periods_per_year } = result;
  const documents = documentFiles({
    'identity.json': identity,
    'config.json': config,
    'summary.json': summary,
    'metrics.json': { metrics, metric_reasons, periods_per_year },
    'causality.json': causality,
    'validation_summary.json': validation,
  });
  const texts = [textFile('report.html', renderReport(result)), textFile('equity.svg', renderEquitySvg(result))];
  const { run_hash, data_hash } = result;
  return sealFiles([...documents, ...texts, ...tableFiles(tablesOf(result))], { run_hash, data_hash, engine: identity.engine }, options);
}
