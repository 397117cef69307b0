import type { Manifest, ManifestEntry } from '@projecta/engine';
import { canonicalJson, extraDigest, type ExtraDigest, type Sha256Stream, sha256Stream, utf8 } from '@projecta/hashing';
import { type Artifact, mediaTypeOf } from './artifact.js';
import { contentSha256 } from './content-sha256.js';
import { FORMAT_VERSION } from './format-version.js';
import { manifestArtifact, sealManifest } from './manifest.js';
import { parquetBytes } from './parquet/parquet-bytes.js';
import type { Table } from './table.js';

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

/** Files of a run or of a sweep. */
export interface RunArtifacts {
  /** Every file, sorted by name, manifest.json last. */
  readonly artifacts: readonly Artifact[];
  readonly manifest: Manifest;
}

/** A file before it is sealed; a table's has the table beside it, whose content is hashed too. */
export interface UnsealedFile {
  readonly artifact: Artifact;
  readonly table?: Table;
}

/** Sorts files by name and lists them, hashed, in a manifest that closes the row. */
export function sealFiles(
  files: readonly UnsealedFile[],
  { run_hash, data_hash, engine }: Pick<Manifest, 'run_hash' | 'data_hash' | 'engine'>,
  { chainPrev = null, engineVersion, hash = sha256Stream, extraDigests = [] }: ArtifactOptions,
): RunArtifacts {
  const sorted = [...files].sort((a, b) => (a.artifact.name < b.artifact.name ? -1 : 1));
  const entries = sorted.map(({ artifact: { name, media_type, bytes }, table }): ManifestEntry => ({
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
      run_hash,
      data_hash,
      engine: { ...engine, ...(engineVersion !== undefined && { version: engineVersion }) },
      artifacts: entries,
    },
    chainPrev,
    hash,
  );
  return { artifacts: [...sorted.map(({ artifact }) => artifact), manifestArtifact(manifest)], manifest };
}

/** Values by file name, as canonical JSON. */
export function documentFiles(values: Readonly<Record<string, unknown>>): UnsealedFile[] {
  return Object.entries(values).map(([name, value]) => textFile(name, canonicalJson(value)));
}

/** Tables as Parquet files. */
export function tableFiles(tables: readonly Table[]): UnsealedFile[] {
  return tables.map((table) => ({ artifact: artifactOf(`${table.name}.parquet`, parquetBytes(table)), table }));
}

/** A text as a file in UTF-8. */
export function textFile(name: string, text: string): UnsealedFile {
  return { artifact: artifactOf(name, utf8(text)) };
}

function artifactOf(name: string, bytes: Uint8Array): Artifact {
  return { name, media_type: mediaTypeOf(name), bytes };
}
