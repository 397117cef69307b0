import { ProjectaError } from '@projecta/errors';
import { QUANTUM } from '../trials/pace.js';
import { type Chunk, chunkQueue } from './chunk-queue.js';
import type { FromHelper } from './pool-message.js';
import { errorOf } from './posted-error.js';
import type { TrialHelper, TrialPool } from './trial-pool.js';
import type { TrialJob } from './trial-job.js';
import type { Trials, TrialsTo } from './trials.js';

/** A helper that is lent to a team. */
export interface Member {
  readonly helper: TrialHelper;
  /** What it has to do, the chunk in hand first. */
  chunks: Chunk[];
  /** Trials that take it about `CHUNK_MS`; unknown before its first answer. */
  size?: number;
  /** The job it knows of. */
  job?: number;
  hasLoaded: boolean;
}

/** A job that a team is at. */
export interface SharedWork {
  readonly id: number;
  /** Gives a member chunks until it has enough of them. */
  feed(member: Member): void;
  hear(member: Member, message: Extract<FromHelper, { id: number }>): void;
  /** Takes over what a member had; `died` where it did not leave by itself. */
  lose(member: Member, how: { readonly died: boolean }): void;
  /** The caller's own share: some trials, until enough bars have gathered. Answers whether there were any. */
  hostPart(): Promise<boolean>;
  /** Whether every trial is done, or those before the one that failed. */
  isOver(): boolean;
  /** @throws what the first of the failed trials threw */
  settle(): void;
  readonly done: number;
}

export interface SharedWorkOptions {
  readonly id: number;
  readonly job: TrialJob;
  readonly trials: Trials;
  readonly to: TrialsTo;
  readonly pool: TrialPool;
  readonly members: ReadonlySet<Member>;
}

/** What a chunk should take: long against the price of a message, short against the patience of who cancels. */
const CHUNK_MS = 30;

/** Bars of a helper's first chunk: some 10 ms of a vector strategy. */
const FIRST_BARS = 1_000_000;

/** Chunks that a helper has at once, so that it need not wait for the next one while its host is busy. */
const AHEAD = 2;

/** Helpers that may end over one chunk. */
const MOST_DEATHS = 2;

export function sharedWork({ id, job, trials, to, pool, members }: SharedWorkOptions): SharedWork {
  const { count, width, bars } = trials;
  const queue = chunkQueue(count);
  const own = new Float64Array(width);
  let done = 0;
  let failure: { readonly trial: number; readonly error: unknown } | undefined;

  const fail = (trial: number, error: unknown): void => {
    if (failure && failure.trial <= trial) return;
    failure = { trial, error };
    queue.endAt(trial);
  };
  const attempt = <T>(trial: number, work: () => T): T | undefined => {
    try {
      return work();
    } catch (error) {
      fail(trial, error);
      return undefined;
    }
  };
  const put = ({ from }: Chunk, values: Float64Array, most: number): void => {
    for (let i = 0; i < most; i++) to.put(from + i, values, i * width);
    done += most;
  };
  /** Few at the end, so that all are done at about the same time. */
  const share = (): number => Math.ceil(queue.left / (2 * (members.size + 1)));
  const feed = (member: Member): void => {
    while (member.chunks.length < AHEAD) {
      const size = member.size ?? Math.max(1, Math.floor(FIRST_BARS / bars));
      const chunk = queue.take(Math.max(1, Math.min(size, share())), ({ deaths }) => deaths === 0 || !pool.hostWorks);
      if (!chunk) return;
      if (member.job !== id) member.helper.post({ kind: 'job', id, job });
      member.job = id;
      member.chunks.push(chunk);
      member.helper.post({ kind: 'chunk', id, from: chunk.from, to: chunk.to });
    }
  };
  /** Where a chunk may have killed who computed it, the host's own thread is only risked if it is there to work. */
  const mayGoOn = ({ deaths }: Chunk): boolean => pool.hostWorks || (deaths < MOST_DEATHS && members.size > 0);

  return {
    id,
    feed,
    hear(member, message) {
      if (message.id !== id) return; // of a job that failed
      const chunk = member.chunks.shift()!;
      if (message.kind === 'failed') {
        put(chunk, message.values, message.trial - chunk.from);
        fail(message.trial, errorOf(message.error));
      } else {
        const size = chunk.to - chunk.from;
        put(chunk, message.values, size);
        member.size = Math.max(1, Math.min(4 * size, Math.round((size * CHUNK_MS) / Math.max(message.ms, 0.1))));
      }
      feed(member);
    },
    lose({ chunks }, { died }) {
      for (const chunk of chunks) {
        const again = died ? { ...chunk, deaths: chunk.deaths + 1 } : chunk;
        if (died && !mayGoOn(again)) fail(chunk.from, endedEarly(chunk));
        else queue.giveBack(again);
      }
      for (const member of members) feed(member);
    },
    async hostPart() {
      const chunk = queue.take(Math.max(1, Math.floor(QUANTUM / bars)));
      if (!chunk) return false;
      if (!mayGoOn(chunk) && chunk.deaths > 0) {
        fail(chunk.from, endedEarly(chunk));
        return true;
      }
      for (let trial = chunk.from; trial < chunk.to; trial++) {
        const long = attempt(trial, () => trials.values(trial, own, 0));
        while (long && attempt(trial, () => long.next())?.done === false) {
          await pool.pause(0);
          await to.tell(done);
        }
        if (failure && failure.trial <= trial) break;
        to.put(trial, own, 0);
        done++;
      }
      return true;
    },
    isOver() {
      if (!failure) return done === count;
      const { trial } = failure;
      const isAwaited = ({ chunks }: Member): boolean => chunks.some(({ from }) => from < trial);
      return queue.left === 0 && ![...members].some(isAwaited);
    },
    settle() {
      if (failure) throw failure.error;
    },
    get done() {
      return done;
    },
  };
}

function endedEarly({ from, to }: Chunk): ProjectaError {
  return new ProjectaError('INTERNAL', `The worker that computed trials ${from} to ${to - 1} ended early. Try again, or without a pool.`);
}
