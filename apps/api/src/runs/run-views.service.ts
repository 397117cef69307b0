import { Inject, Injectable } from '@nestjs/common';
import { type ChosenRun, rowsOf, runSelection } from '@projecta/home';
import type { JsonObject, Run, RunKind, RunQuery } from '@projecta/persistence';
import { BACKEND, type Backend } from '../backend.js';
import { EventFeed } from '../events/event-feed.service.js';
import { isEnded } from '../events/run-ends.js';
import { LISTED_SWEEP_VALUES, listedSweepView } from '../sweeps/listed-sweep-view.js';
import { sweepView } from '../sweeps/sweep-view.js';
import { answerCache } from './answer-cache.js';
import { LISTED_RUN_VALUES, listedRunView } from './listed-run-view.js';
import { type RunResults, runView } from './run-view.js';

const CACHE_BYTES = 16_777_216;

const VIEWS = { run: runView, sweep: sweepView };
const LISTED_VIEWS = { run: listedRunView, sweep: listedSweepView };
const LISTED_VALUES = { run: LISTED_RUN_VALUES, sweep: LISTED_SWEEP_VALUES };

/** Runs and sweeps as they are shown. Those that have ended are remembered as they were sent, until anything in the database changes. */
@Injectable()
export class RunViews {
  private readonly answers = answerCache(CACHE_BYTES);
  private generation = -1;

  constructor(
    @Inject(BACKEND) private readonly backend: Backend,
    private readonly feed: EventFeed,
  ) {}

  /** The JSON of one, by hash or prefix. Throws RUN_NOT_FOUND or SWEEP_NOT_FOUND, AMBIGUOUS_PREFIX, RUN_PRUNED. */
  async one(kind: RunKind, name: string): Promise<Buffer> {
    const { generation } = this.feed;
    if (this.generation !== generation) this.answers.clear();
    this.generation = generation;
    const key = `${kind} ${name}`;
    const remembered = this.answers.get(key);
    if (remembered) return remembered;
    const run = await rowsOf(this.backend.home.store, kind).get(name);
    const answer = Buffer.from(JSON.stringify(VIEWS[kind](run, await this.results(run))));
    if (isEnded(run.status) && this.feed.generation === generation && this.generation === generation) this.answers.put(key, answer);
    return answer;
  }

  /** A page of them. Throws VALIDATION_FAILED. */
  async list(kind: RunKind, query: RunQuery): Promise<{ readonly items: readonly JsonObject[]; readonly next_cursor: string | null }> {
    const { items, next_cursor } = await rowsOf(this.backend.home.store, kind).list({ ...query, ...LISTED_VALUES[kind] });
    return { items: items.map(LISTED_VIEWS[kind]), next_cursor };
  }

  private async results({ manifest_hash, summary, symbol, data_start: start, data_end: end }: Run): Promise<RunResults | null> {
    if (manifest_hash === null || summary === null) return null;
    const { ledger, selection } = this.backend.home.store;
    const [entry, tried] = await Promise.all([ledger.byManifest(manifest_hash), selection.counts({ symbol, start, end })]);
    return entry ? { manifest: entry.manifest, selection: { ...runSelection(chosenIn(summary), tried) } } : null;
  }
}

/** The run whose Sharpe was chosen for: of a sweep, its best trial. */
function chosenIn({ metrics, best, bars }: JsonObject): ChosenRun {
  return { metrics: metrics ?? (best as JsonObject)['metrics'], bars } as unknown as ChosenRun;
}
