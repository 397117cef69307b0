import { sha256Stream } from '@projecta/hashing/node';
import { type Manifest, manifestHash } from '@projecta/artifacts';
import type { Ledger, LedgerEntry } from '@projecta/persistence';

/** A run's link of the chain, and whether it holds. */
export interface ChainCheck {
  readonly ok: boolean;
  readonly sequence: number;
  readonly manifest_hash: string;
  readonly chain_prev: string | null;
  /** What is wrong, in words; null where nothing is. */
  readonly message: string | null;
}

/** Whether an entry of the ledger is what its hash says, and follows the one before it. GET /chain/verify checks all of them. */
export async function chainCheck(entry: LedgerEntry, ledger: Ledger): Promise<ChainCheck> {
  const { sequence, manifest_hash, chain_prev } = entry;
  const message = await problemOf(entry, ledger);
  return { ok: message === null, sequence, manifest_hash, chain_prev, message };
}

async function problemOf({ sequence, manifest_hash, chain_prev, manifest }: LedgerEntry, ledger: Ledger): Promise<string | null> {
  const computed = manifestHash(manifest as unknown as Manifest, sha256Stream);
  if (computed !== manifest_hash) return `The ledger says ${manifest_hash} where the manifest it holds hashes to ${computed}.`;
  const before = chain_prev === null ? undefined : await ledger.byManifest(chain_prev);
  const isFirst = chain_prev === null && sequence === 1;
  if (isFirst || before?.sequence === sequence - 1) return null;
  return `The entry names ${chain_prev} as the one before, which is not entry ${sequence - 1}.`;
}
