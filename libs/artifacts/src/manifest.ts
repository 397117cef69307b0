import { canonicalJson, type ExtraDigest, jsonSha256, type Sha256Stream, sha256Stream, utf8 } from '@projecta/hashing';
import { type Artifact, MANIFEST, mediaTypeOf } from './artifact.js';

/** One file in the manifest; digests beyond sha256 stand under their own names. */
export interface ManifestEntry extends Readonly<Partial<Record<ExtraDigest, string>>> {
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
  readonly media_type: string;
  /** Of tables: the hash of what they say, whatever the file format. */
  readonly content_sha256?: string;
}

/** manifest.json: what files a run has, what they hash to, and which run came before. */
export interface Manifest {
  readonly format_version: number;
  readonly run_hash: string;
  readonly data_hash: string;
  readonly engine: { readonly name: string; readonly semantics_version: number; readonly version?: string };
  /** Sorted by name; without manifest.json itself. */
  readonly artifacts: readonly ManifestEntry[];
  /** manifest_hash of the completed run before, or null at the start of a chain. */
  readonly chain_prev: string | null;
  /** SHA-256 of the canonical JSON of the manifest without this field. */
  readonly manifest_hash: string;
}

/** The manifest with its place in the chain and the hash that follows. */
export function sealManifest(
  manifest: Omit<Manifest, 'chain_prev' | 'manifest_hash'>,
  chain_prev: string | null,
  hash: () => Sha256Stream = sha256Stream,
): Manifest {
  const { format_version, run_hash, data_hash, engine, artifacts } = manifest;
  const unsealed = { format_version, run_hash, data_hash, engine, artifacts, chain_prev };
  return { ...unsealed, manifest_hash: manifestHash(unsealed, hash) };
}

/** What a manifest's manifest_hash must be. */
export function manifestHash(manifest: Omit<Manifest, 'manifest_hash'>, hash: () => Sha256Stream = sha256Stream): string {
  const unsealed: Partial<Manifest> = { ...manifest };
  delete (unsealed as { manifest_hash?: string }).manifest_hash;
  return jsonSha256(unsealed, (bytes) => hash().update(bytes).digestHex());
}

/** manifest.json, as canonical JSON. */
export function manifestArtifact(manifest: Manifest): Artifact {
  return { name: MANIFEST, media_type: mediaTypeOf(MANIFEST), bytes: utf8(canonicalJson(manifest)) };
}
