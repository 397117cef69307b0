import type { ListedArtifact } from './find-artifact.js';

/** What an answer with an artifact says of it. */
export interface ArtifactAnswer {
  readonly run_hash: string;
  /** Of the file as it is sent. */
  readonly name: string;
  readonly media_type: string;
  /** Whether this address will never give anything else. */
  readonly isImmutable: boolean;
}

/** Pages run what is in them and nothing else, in an origin of their own: no cookie of this server's reaches them. */
const PAGE_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox allow-scripts";
const PICTURE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox";
const DATA_POLICY = "default-src 'none'; frame-ancestors 'none'";

/**
 * Headers beside the ones of ranges. `no-transform`: the entity tag is the SHA-256 of the bytes that arrive, so nothing may compress them.
 * File names carry the run, so that downloads of several runs do not overwrite each other.
 */
export function artifactHeaders({ run_hash, name, media_type, isImmutable }: ArtifactAnswer): Readonly<Record<string, string>> {
  return {
    'Content-Type': media_type,
    'Content-Disposition': `inline; filename="${run_hash.slice(0, 12)}-${name}"`,
    'Cache-Control': isImmutable ? 'private, max-age=31536000, immutable, no-transform' : 'private, no-cache, no-transform',
    'Content-Security-Policy': policyOf(media_type),
    'X-Content-Type-Options': 'nosniff',
  };
}

function policyOf(media_type: ListedArtifact['media_type']): string {
  if (media_type.startsWith('text/html')) return PAGE_POLICY;
  return media_type.startsWith('image/svg') ? PICTURE_POLICY : DATA_POLICY;
}
