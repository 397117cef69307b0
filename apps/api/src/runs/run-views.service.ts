import { Inject, Injectable } from '@nestjs/common';
import type { JsonObject, Run, RunQuery } from '@projecta/persistence';
import { BACKEND, type Backend } from '../backend.js';
import { EventFeed } from '../events/event-feed.service.js';
import { isEnded } from '../events/run-ends.js';
import { answerCache } from './answer-cache.js';
import { listedRunView } from './listed-run-view.js';
import { runSelection } from './run-selection.js';
import { type RunResults, runView } from './run-view.js';

const CACHE_BYTES = 16_777_216;

/** Runs as they are shown. Those that have ended are remembered as they were sent, until anything in the database changes. */
@Injectable()
export class RunViews {
  private readonly answers = answerCache(CACHE_BYTES);
  private generation = -1;

  constructor(
    @Inject(BACKEND) private readonly backend: Backend,
    private readonly feed: EventFeed,
  ) {}

  /** The JSON of a run, by hash or prefix. Throws RUN_NOT_FOUND, AMBIGUOUS_PREFIX, RUN_PRUNED. */
  async one(name: string): Promise<Buffer> {
    const { generation } = this.feed;
    if (this.generation !== generation) this.answers.clear();
    this.generation = generation;
    const remembered = this.answers.get(name);
    if (remembered) return remembered;
    const run = await this.backend.home.store.runs.get(name);
    const answer = Buffer.from(JSON.stringify(runView(run, await this.results(run))));
    if (isEnded(run.status) && this.feed.generation === generation && this.generation === generation) this.answers.put(name, answer);
    return answer;
  }

  /** A page of runs. Throws VALIDATION_FAILED. */
  async list(query: RunQuery): Promise<{ readonly items: readonly JsonObject[]; readonly next_cursor: string | null }> {
    const { items, next_cursor } = await this.backend.home.store.runs.list(query);
    return { items: items.map(listedRunView), next_cursor };
  }

  private async results({ manifest_hash, summary, symbol, data_start: start, data_end: end }: Run): Promise<RunResults | null> {
    if (manifest_hash === null || summary === null) return null;
    const { ledger, selection } = this.backend.home.store;
    const [entry, tried] = await Promise.all([ledger.byManifest(manifest_hash), selection.counts({ symbol, start, end })]);
    return entry ? { manifest: entry.manifest, selection: runSelection(summary, tried) } : null;
  }
}
