import { Inject, Injectable } from '@nestjs/common';
import { BACKEND, type Backend } from '../backend.js';
import { runView } from './run-view.js';

/** Runs as they are shown. */
@Injectable()
export class RunViews {
  constructor(@Inject(BACKEND) private readonly backend: Backend) {}

  /** By hash or prefix. Throws RUN_NOT_FOUND, AMBIGUOUS_PREFIX, RUN_PRUNED. */
  async one(run_hash: string): Promise<object> {
    const { store } = this.backend.home;
    const run = await store.runs.get(run_hash);
    const entry = run.manifest_hash === null ? undefined : await store.ledger.byManifest(run.manifest_hash);
    return runView(run, entry?.manifest ?? null);
  }
}
