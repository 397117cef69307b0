import { Inject, Injectable } from '@nestjs/common';
import { removeLeftOver, rowsOf } from '@projecta/home';
import type { Run, RunKind } from '@projecta/persistence';
import { BACKEND, type Backend } from '../backend.js';
import { EventFeed } from '../events/event-feed.service.js';
import { isEnded } from '../events/run-ends.js';

/** What can be done to a run or a sweep that is there, by hash or prefix. All throw RUN_NOT_FOUND or SWEEP_NOT_FOUND, AMBIGUOUS_PREFIX and RUN_PRUNED. */
@Injectable()
export class RunActions {
  constructor(
    @Inject(BACKEND) private readonly backend: Backend,
    private readonly feed: EventFeed,
  ) {}

  /** Cancels one in flight, and stops its computing; one that has ended is answered as it is. */
  async cancel(kind: RunKind, name: string): Promise<Run> {
    const { home, loop, settings } = this.backend;
    const { stopped, run, pruned } = await rowsOf(home.store, kind).cancel(name, settings.retention);
    if (stopped) loop.abort(run.run_hash, run.attempt);
    await this.removeFiles(pruned);
    return run;
  }

  /** Removes it with its artifacts; one in flight is stopped first. Throws RUN_PINNED. */
  async remove(kind: RunKind, name: string): Promise<void> {
    const { home, loop } = this.backend;
    const rows = rowsOf(home.store, kind);
    const { run_hash, status, pinned } = await rows.get(name);
    if (!pinned && !isEnded(status)) await this.cancel(kind, run_hash);
    await rows.remove(run_hash);
    loop.abort(run_hash);
    this.feed.removed(run_hash);
    await this.removeFiles([run_hash]);
  }

  async pin(kind: RunKind, name: string): Promise<Run> {
    return this.touched(await rowsOf(this.backend.home.store, kind).pin(name));
  }

  async unpin(kind: RunKind, name: string): Promise<Run> {
    return this.touched(await rowsOf(this.backend.home.store, kind).unpin(name));
  }

  /** No event tells of a pin. */
  private touched(run: Run): Run {
    this.feed.touch();
    return run;
  }

  /** The rows are gone: files that cannot be removed now are left to the next start. */
  private async removeFiles(run_hashes: readonly string[]): Promise<void> {
    await removeLeftOver(this.backend.home, run_hashes).catch((error: unknown) =>
      this.backend.log.warn('files of removed runs are left over', { run_hashes, error }),
    );
  }
}
