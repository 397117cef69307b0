import { Inject, Injectable } from '@nestjs/common';
import { type Difference, MANIFEST, type Manifest } from '@projecta/artifacts';
import type { RunKind } from '@projecta/persistence';
import { KeptRuns } from '../artifacts/kept-runs.service.js';
import { BACKEND, type Backend } from '../backend.js';
import { ownHash } from '../runs/own-hash.js';
import { chainCheck, type ChainCheck } from './chain-check.js';
import { Replays, type Replayed } from './replays.service.js';

/** What verifying a run or a sweep showed; its hash stands beside, under its own name. */
export interface RunVerification {
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

/** A kept run or sweep, by hash or prefix, and how it is verified. */
export interface VerificationWanted {
  readonly kind: RunKind;
  readonly hash: string;
  readonly withReplay: boolean;
}

/** Recomputes what the hashes of kept runs and sweeps say. */
@Injectable()
export class Verifications {
  constructor(
    @Inject(BACKEND) private readonly backend: Backend,
    private readonly runs: KeptRuns,
    private readonly replays: Replays,
  ) {}

  /** Files in a clerk's thread, a replay on the workers at the same time. Throws what finding it throws, and RunCancelled. */
  async of({ kind, hash, withReplay }: VerificationWanted, signal: AbortSignal): Promise<RunVerification> {
    const { clerks, home } = this.backend;
    const completed = await this.runs.completed(kind, hash);
    const { run, entry, manifest, folder } = completed;
    const check = { folder, runHash: run.run_hash, manifestHash: entry.manifest_hash, chainPrev: entry.chain_prev };
    const [{ differences }, chain, replay] = await Promise.all([
      clerks.perform('verify', check, { signal }),
      chainCheck(entry, home.store.ledger),
      withReplay ? this.replays.of(completed, signal) : null,
    ]);
    const ok = differences.length === 0 && chain.ok && replay?.status !== 'mismatch' && replay?.status !== 'failed';
    return { ...ownHash(run), ok, artifacts: artifactChecks(manifest, differences), differences, chain, replay };
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
