import type { ExtraDigest } from '@projecta/hashing';

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
