import type { Manifest } from '@projecta/engine';
import { canonicalJson, jsonSha256, type Sha256Stream, sha256Stream, utf8 } from '@projecta/hashing';
import { type Artifact, MANIFEST, mediaTypeOf } from './artifact.js';

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
