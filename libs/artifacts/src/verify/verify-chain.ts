import type { Sha256Stream } from '@projecta/hashing';
import { MANIFEST } from '../artifact.js';
import type { Manifest } from '@projecta/engine';
import { manifestHash } from '../manifest.js';
import { type Difference, difference } from './verification.js';

/** A link of the chain that does not hold. */
export interface ChainDifference extends Difference {
  /** Place in the chain, from 0. */
  readonly index: number;
  readonly run_hash: string;
}

/** How a chain of manifests, oldest first, is broken: a manifest that is not what its hash says, or one that does not name the one before. */
export function verifyChain(manifests: readonly Manifest[], hash?: () => Sha256Stream): ChainDifference[] {
  const found: ChainDifference[] = [];
  manifests.forEach((manifest, index) => {
    const { run_hash, manifest_hash, chain_prev } = manifest;
    const before = manifests[index - 1]?.manifest_hash ?? null;
    const computed = manifestHash(manifest, hash);
    const say = (check: Difference['check'], message: string): number =>
      found.push({ ...difference(check, MANIFEST, message), index, run_hash });
    if (computed !== manifest_hash) say('manifest_hash', `entry ${index} says ${manifest_hash} where its content hashes to ${computed}.`);
    if (chain_prev !== before) say('chain', `entry ${index} names ${chain_prev} as the one before, which is ${before}.`);
  });
  return found;
}
