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

/** For a chain that is verified in parts. */
export interface ChainPart {
  /** Place of the first manifest given; 0 when left out. */
  readonly index?: number;
  /** manifest_hash of the one before it; null when left out. */
  readonly before?: string | null;
  readonly hash?: () => Sha256Stream;
}

/** How a chain of manifests, oldest first, is broken: a manifest that is not what its hash says, or one that does not name the one before. */
export function verifyChain(manifests: readonly Manifest[], { index: first = 0, before = null, hash }: ChainPart = {}): ChainDifference[] {
  const found: ChainDifference[] = [];
  manifests.forEach((manifest, i) => {
    const { run_hash, manifest_hash, chain_prev } = manifest;
    const index = first + i;
    const previous = i === 0 ? before : manifests[i - 1]!.manifest_hash;
    const computed = manifestHash(manifest, hash);
    const say = (check: Difference['check'], message: string): number =>
      found.push({ ...difference(check, MANIFEST, message), index, run_hash });
    if (computed !== manifest_hash) say('manifest_hash', `entry ${index} says ${manifest_hash} where its content hashes to ${computed}.`);
    if (chain_prev !== previous) say('chain', `entry ${index} names ${chain_prev} as the one before, which is ${previous}.`);
  });
  return found;
}
