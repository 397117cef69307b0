import type { Manifest, NormalizedRunConfig } from '@projecta/client';
import type { Refusal } from '../api/refusal.js';

/** What the worker is asked to prove. */
export interface ProofRequest {
  readonly baseUrl: string;
  readonly run_hash: string;
  readonly data_hash: string;
  readonly config: NormalizedRunConfig;
  readonly manifest: Manifest;
}

/** Three hashes of one file: what the manifest says, what the service serves, what this browser computes. */
export interface ArtifactProof {
  readonly name: string;
  readonly size: number;
  readonly listed: string;
  /** Null where the service does not give the file. */
  readonly served: string | null;
  /** Null where this browser's run does not make the file. */
  readonly computed: string | null;
  readonly verdict: 'same' | 'changed' | 'differs';
  /** What differs, and where first; empty where nothing does. */
  readonly words: readonly string[];
}

/** How a proof ended. */
export type ProofOutcome =
  | { readonly kind: 'proved'; readonly sealed: SealProof; readonly milliseconds: number }
  /** The candles are others than those of the run, so its bits cannot be computed again. */
  | { readonly kind: 'data_changed'; readonly data_hash: string }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** The manifest that this browser would have sealed, at the same place in the chain. */
export interface SealProof {
  readonly run_hash: string;
  readonly manifest_hash: string;
}

export type ProofMessage =
  | { readonly kind: 'stage'; readonly stage: string; readonly done: number; readonly total: number }
  | { readonly kind: 'artifact'; readonly proof: ArtifactProof }
  | { readonly kind: 'end'; readonly outcome: ProofOutcome };
