import type { ErrorCode } from '@projecta/errors';

/** Which check failed. */
export type Check =
  | 'manifest'
  | 'manifest_hash'
  | 'chain'
  | 'run_hash'
  | 'config_hash'
  | 'data_hash'
  | 'engine'
  | 'missing'
  | 'extra'
  | 'size'
  | 'sha256'
  | 'content_sha256'
  | 'extra_digest';

/** One thing that is not as the hashes say. */
export interface Difference {
  /** ARTIFACT_NOT_FOUND for a file that is missing, ARTIFACT_DAMAGED for all else. */
  readonly code: ErrorCode;
  readonly check: Check;
  /** The file. */
  readonly artifact: string;
  /** In words: what should be, what is. */
  readonly message: string;
}

/** What recomputing every hash of a run or sweep showed. */
export interface Verification {
  readonly ok: boolean;
  /** As manifest.json says them, of a sweep its sweep_hash; null where it cannot be read. */
  readonly run_hash: string | null;
  readonly manifest_hash: string | null;
  /** Files whose bytes were hashed, manifest.json included. */
  readonly files: number;
  readonly differences: readonly Difference[];
}

export function difference(check: Check, artifact: string, message: string): Difference {
  return { code: check === 'missing' ? 'ARTIFACT_NOT_FOUND' : 'ARTIFACT_DAMAGED', check, artifact, message: `${artifact}: ${message}` };
}
