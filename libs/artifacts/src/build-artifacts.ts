import type { Manifest, ManifestEntry, RunResult } from '@projecta/engine';
import { canonicalJson, extraDigest, type ExtraDigest, type Sha256Stream, sha256Stream, utf8 } from '@projecta/hashing';
import { renderEquitySvg, renderReport } from '@projecta/report';
import { type Artifact, mediaTypeOf } from './artifact.js';
import { contentSha256 } from './content-sha256.js';
import { FORMAT_VERSION } from './format-version.js';
import { manifestArtifact, sealManifest } from './manifest.js';
import { parquetBytes } from './parquet/parquet-bytes.js';
import type { Table } from './table.js';
import { tablesOf } from './tables-of.js';

export interface ArtifactOptions {
  /** Digests beside sha256, in the manifest only. */
  readonly extraDigests?: readonly ExtraDigest[];
  /** manifest_hash of the completed run before; null (the default) starts a chain. `sealManifest` sets it later. */
  readonly chainPrev?: string | null;
  /** Version of the engine's package, named in the manifest only: the other files must not change with it. */
  readonly engineVersion?: string;
  /** Starts a SHA-256; default the pure one, in Node the one of `@projecta/hashing/node` is ten times faster. */
  readonly hash?: () => Sha256Stream;
}

export interface RunArtifacts {
  /** Every file of the run, sorted by name, manifest.json last. */
  readonly artifacts: readonly Artifact[];
  readonly manifest: Manifest;
}

/**
 * A run as files, the same bytes every time; JSON files are canonical (RFC 8785), so the SHA-256 of identity.json is the run_hash
 * and that of config.json the config_hash. Of the files only manifest.json depends on the options.
 */
export function buildArtifacts(result: RunResult, options: ArtifactOptions = {}): RunArtifacts {
  const { chainPrev = null, engineVersion, hash = sha256Stream, extraDigests = [] } = options;
  const files: (readonly [Artifact, Table?])[] = [
    ...documents(result).map((artifact) => [artifact] as const),
    ...tablesOf(result).map((table) => [artifactOf(`${table.name}.parquet`, parquetBytes(table)), table] as const),
  ];
  files.sort(([a], [b]) => (a.name < b.name ? -1 : 1));

  const entries = files.map(([{ name, media_type, bytes }, table]): ManifestEntry => ({
    name,
    size: bytes.length,
    sha256: hash().update(bytes).digestHex(),
    media_type,
    ...(table && { content_sha256: contentSha256(table, hash) }),
    ...Object.fromEntries(extraDigests.map((digest) => [digest, extraDigest(digest, bytes)])),
  }));
  const manifest = sealManifest(
    {
      format_version: FORMAT_VERSION,
      run_hash: result.run_hash,
      data_hash: result.data_hash,
      engine: { ...result.identity.engine, ...(engineVersion !== undefined && { version: engineVersion }) },
      artifacts: entries,
    },
    chainPrev,
    hash,
  );
  return { artifacts: [...files.map(([artifact]) => artifact), manifestArtifact(manifest)], manifest };
}

function documents(result: RunResult): Artifact[] {
  const { identity, config, summary, causality, validation, metrics, metric_reasons, periods_per_year } = result;
  const json: Readonly<Record<string, unknown>> = {
    'identity.json': identity,
    'config.json': config,
    'summary.json': summary,
    'metrics.json': { metrics, metric_reasons, periods_per_year },
    'causality.json': causality,
    'validation_summary.json': validation,
  };
  return [
    ...Object.entries(json).map(([name, value]) => artifactOf(name, utf8(canonicalJson(value)))),
    artifactOf('report.html', utf8(renderReport(result))),
    artifactOf('equity.svg', utf8(renderEquitySvg(result))),
  ];
}

function artifactOf(name: string, bytes: Uint8Array): Artifact {
  return { name, media_type: mediaTypeOf(name), bytes };
}
