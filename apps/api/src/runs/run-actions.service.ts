import { Inject, Injectable } from '@nestjs/common';
import { removeLeftOver } from '@projecta/home';
import type { Run } from '@projecta/persistence';
import { BACKEND, type Backend } from '../backend.js';
import { EventFeed } from '../events/event-feed.service.js';
import { isEnded } from '../events/run-ends.js';

/** What can be done to a run that is there, by hash or prefix. All throw RUN_NOT_FOUND, AMBIGUOUS_PREFIX and RUN_PRUNED. */
@Injectable()
export class RunActions {
  constructor(
    @Inject(BACKEND) private readonly backend: Backend,
    private readonly feed: EventFeed,
  ) {}

  /** Cancels a run in flight, and stops its computing; one that has ended is answered as it is. */
  async cancel(name: string): Promise<Run> {
    const { home, loop, settings } = this.backend;
    const { stopped, run, pruned } = await home.store.runs.cancel(name, settings.retention);
    if (stopped) loop.abort(run.run_hash, run.attempt);
    await this.removeFiles(pruned);
    return run;
  }

  /** Removes a run with its artifacts; one in flight is stopped first. Throws RUN_PINNED. */
  async remove(name: string): Promise<void> {
    const { home, loop } = this.backend;
    const { run_hash, status, pinned } = await home.store.runs.get(name);
    if (!pinned && !isEnded(status)) await this.cancel(run_hash);
    await home.store.runs.remove(run_hash);
    loop.abort(run_hash);
    this.feed.removed(run_hash);
    await this.removeFiles([run_hash]);
  }

  async pin(name: string, pinned: boolean): Promise<Run> {
    const { runs } = this.backend.home.store;
    const run = await (pinned ? runs.pin(name) : runs.unpin(name));
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
