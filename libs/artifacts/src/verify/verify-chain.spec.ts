import { describe, expect, test } from '@jest/globals';
import type { Manifest } from '@projecta/engine';
import { sealManifest } from '../manifest.js';
import { verifyChain } from './verify-chain.js';

/** A chain of manifests of runs 0, 1, 2, … */
function chain(length: number): Manifest[] {
  const manifests: Manifest[] = [];
  for (let i = 0; i < length; i++) {
    const run_hash = String(i).repeat(64).slice(0, 64);
    const unsealed = {
      format_version: 1,
      run_hash,
      data_hash: run_hash,
      engine: { name: 'projecta', semantics_version: 1 },
      artifacts: [],
    };
    manifests.push(sealManifest(unsealed, manifests.at(-1)?.manifest_hash ?? null));
  }
  return manifests;
}

const found = (manifests: readonly Manifest[]): string[] => verifyChain(manifests).map(({ index, check }) => `${index} ${check}`);

describe('verifyChain', () => {
  test('of an unbroken chain, of one and of none finds nothing', () => {
    for (const length of [0, 1, 5]) expect(found(chain(length))).toEqual([]);
  });

  test('finds an entry that was changed, and one that was changed and sealed again', () => {
    const manifests = chain(5);
    const changed = { ...manifests[2]!, data_hash: 'f'.repeat(64) };
    expect(found(manifests.with(2, changed))).toEqual(['2 manifest_hash']);
    expect(found(manifests.with(2, sealManifest(changed, changed.chain_prev)))).toEqual(['3 chain']);
  });

  test('finds an entry taken out, put in twice, or out of order', () => {
    const manifests = chain(5);
    expect(found(manifests.toSpliced(2, 1))).toEqual(['2 chain']);
    expect(found(manifests.slice(1))).toEqual(['0 chain']);
    expect(found(manifests.toSpliced(2, 0, manifests[2]!))).toEqual(['3 chain']);
    expect(found([manifests[1]!, manifests[0]!])).toEqual(['0 chain', '1 chain']);
  });

  test('can be verified in parts, with the same findings', () => {
    const manifests = chain(6);
    manifests[4] = { ...manifests[4]!, chain_prev: null };
    const [head, tail] = [manifests.slice(0, 3), manifests.slice(3)];
    const parts = [...verifyChain(head), ...verifyChain(tail, { index: 3, before: head.at(-1)!.manifest_hash })];
    expect(parts).toEqual(verifyChain(manifests));
    expect(parts.map(({ index, check }) => `${index} ${check}`)).toEqual(['4 manifest_hash', '4 chain']);
  });
});
