import type { FromHelper } from './pool-message.js';
import type { PostedSource } from './posted-source.js';
import { type Member, sharedWork, type SharedWork } from './shared-work.js';
import type { TrialHelper, TrialPool } from './trial-pool.js';
import type { TrialJob } from './trial-job.js';
import type { Trials, TrialsTo } from './trials.js';

/** Helpers that are lent to one run or sweep, and the caller. */
export interface TrialTeam {
  /** Computes the trials of a job. @throws what the first of the failed trials threw, and what `tell` throws */
  share(job: TrialJob, trials: Trials, to: TrialsTo): Promise<void>;
  /** Gives the helpers back. */
  end(how: 'in a hurry' | 'in peace'): void;
}

/** How often a caller that only waits looks whether it was cancelled, and tells of progress. */
const LOOK_MS = 50;

/** A team for what `source` describes; it grows and shrinks as the pool lends helpers and takes them away. */
export function trialTeam(pool: TrialPool, source: PostedSource): TrialTeam {
  const members = new Set<Member>();
  let jobs = 0;
  let work: SharedWork | undefined;
  let wake = (): void => undefined;

  const lose = (member: Member, how: { readonly died: boolean }): void => {
    if (!members.delete(member)) return;
    work?.lose(member, how);
    wake();
  };
  const hear = (member: Member, message: FromHelper): void => {
    if (message.kind === 'left') return lose(member, { died: false });
    if (!members.has(member)) return;
    member.hasLoaded = true;
    if (message.kind !== 'ready') work?.hear(member, message);
    if (work?.isOver()) wake();
  };
  const giveBack = pool.lend((helper: TrialHelper) => {
    const member: Member = { helper, chunks: [], hasLoaded: false };
    members.add(member);
    helper.listen({
      onMessage: (message) => hear(member, message),
      onEnd: () => lose(member, { died: member.hasLoaded }),
    });
    helper.post({ kind: 'source', source });
    work?.feed(member);
  });

  /** Resolves when there may be something to do, or at the next look. */
  const waited = (): Promise<void> =>
    new Promise((resolve) => {
      wake = resolve;
      void pool.pause(LOOK_MS).then(resolve);
    });

  return {
    async share(job, trials, to) {
      const now = sharedWork({ id: jobs++, job, trials, to, pool, members });
      work = now;
      for (const member of members) {
        member.chunks = [];
        delete member.size;
        now.feed(member);
      }
      while (!now.isOver()) {
        await to.tell(now.done);
        const hostsTurn = pool.hostWorks || members.size === 0;
        if (!(hostsTurn && (await now.hostPart()))) await waited();
        else await pool.pause(0);
      }
      now.settle();
    },
    end(how) {
      work = undefined;
      giveBack(how);
    },
  };
}
