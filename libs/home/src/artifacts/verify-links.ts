import { type ChainDifference, type Manifest, verifyChain } from '@projecta/artifacts';
import { sha256Stream } from '@projecta/hashing/node';

/** Entries of the ledger that follow one another. */
export interface ChainLinks {
  readonly manifests: readonly Manifest[];
  /** Sequence of the first of them. */
  readonly first: number;
  /** manifest_hash of the one before it. */
  readonly before: string | null;
}

/** How these links of the chain are broken; `index` is the sequence. */
export function verifyLinks({ manifests, first, before }: ChainLinks): ChainDifference[] {
  return verifyChain(manifests, { index: first, before, hash: sha256Stream });
}
