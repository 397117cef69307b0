import { Inject, Injectable } from '@nestjs/common';
import type { Manifest } from '@projecta/artifacts';
import { runFolder } from '@projecta/artifacts/node';
import { ProjectaError } from '@projecta/errors';
import { rowsOf } from '@projecta/home';
import type { LedgerEntry, Run, RunKind } from '@projecta/persistence';
import { BACKEND, type Backend } from '../backend.js';

/** A run or a sweep with results: its row, its link of the chain, and where its files are. */
export interface CompletedRun {
  readonly run: Run;
  readonly entry: LedgerEntry;
  /** As the ledger has it, whatever lies on the disk. */
  readonly manifest: Manifest;
  readonly folder: string;
}

/** Runs and sweeps that have artifacts. */
@Injectable()
export class KeptRuns {
  constructor(@Inject(BACKEND) private readonly backend: Backend) {}

  /** By hash or prefix. Throws RUN_NOT_FOUND or SWEEP_NOT_FOUND, AMBIGUOUS_PREFIX, RUN_PRUNED, and ARTIFACT_NOT_FOUND where it is not completed. */
  async completed(kind: RunKind, hashOrPrefix: string): Promise<CompletedRun> {
    const { store, artifacts } = this.backend.home;
    const run = await rowsOf(store, kind).get(hashOrPrefix);
    const { run_hash, status, manifest_hash } = run;
    if (status !== 'completed' || manifest_hash === null) {
      throw new ProjectaError(
        'ARTIFACT_NOT_FOUND',
        `The ${kind} ${run_hash} is ${status}; only a completed ${kind} has artifacts and results.`,
      );
    }
    const entry = await store.ledger.byManifest(manifest_hash);
    if (!entry)
      throw new ProjectaError('ARTIFACT_DAMAGED', `The ${kind} ${run_hash} has no entry in the chain. GET /chain/verify tells more.`);
    return { run, entry, manifest: entry.manifest as unknown as Manifest, folder: runFolder(artifacts, run_hash) };
  }
}
