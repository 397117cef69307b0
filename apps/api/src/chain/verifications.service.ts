import { Inject, Injectable } from '@nestjs/common';
import { type Difference, MANIFEST, type Manifest } from '@projecta/artifacts';
import { KeptRuns } from '../artifacts/kept-runs.service.js';
import { BACKEND, type Backend } from '../backend.js';
import { chainCheck, type ChainCheck } from './chain-check.js';
import { Replays, type Replayed } from './replays.service.js';

/** What verifying a run showed. */
export interface RunVerification {
  readonly run_hash: string;
  /** Files and chain are as their hashes say, and a replay, where there was one, came out the same or could not be compared. */
  readonly ok: boolean;
  readonly artifacts: readonly {
    readonly name: string;
    readonly ok: boolean;
    readonly sha256: string | null;
    readonly message: string | null;
  }[];
  readonly differences: readonly Difference[];
  readonly chain: ChainCheck;
  /** Null where none was asked for. */
  readonly replay: Replayed | null;
}

/** Recomputes what a kept run's hashes say. */
@Injectable()
export class Verifications {
  constructor(
    @Inject(BACKEND) private readonly backend: Backend,
    private readonly runs: KeptRuns,
    private readonly replays: Replays,
  ) {}

  /** Files in a clerk's thread, a replay on the workers at the same time. Throws what finding the run throws, and RunCancelled. */
  async of(
    hashOrPrefix: string,
    { withReplay, signal }: { readonly withReplay: boolean; readonly signal: AbortSignal },
  ): Promise<RunVerification> {
    const { clerks, home } = this.backend;
    const completed = await this.runs.completed(hashOrPrefix);
    const { run, entry, manifest, folder } = completed;
    const check = { folder, runHash: run.run_hash, manifestHash: entry.manifest_hash, chainPrev: entry.chain_prev };
    const [{ differences }, chain, replay] = await Promise.all([
      clerks.perform('verify', check, { signal }),
      chainCheck(entry, home.store.ledger),
      withReplay ? this.replays.of(completed, signal) : null,
    ]);
    const ok = differences.length === 0 && chain.ok && replay?.status !== 'mismatch' && replay?.status !== 'failed';
    return { run_hash: run.run_hash, ok, artifacts: artifactChecks(manifest, differences), differences, chain, replay };
  }
}

/** Every file that the manifest lists, manifest.json, and whatever else is there. */
function artifactChecks(manifest: Manifest, differences: readonly Difference[]): RunVerification['artifacts'] {
  const digests = new Map(manifest.artifacts.map(({ name, sha256 }) => [name, sha256]));
  const names = [...new Set([...digests.keys(), MANIFEST, ...differences.map(({ artifact }) => artifact)])];
  return names.map((name) => {
    const wrong = differences.filter(({ artifact }) => artifact === name).map(({ message }) => message);
    return { name, ok: wrong.length === 0, sha256: digests.get(name) ?? null, message: wrong.length === 0 ? null : wrong.join(' ') };
  });
}
