import type { Cancellation } from '../progress.js';
import { loopTrials } from './loop-trials.js';
import type { PostedSource } from './posted-source.js';
import type { TrialJob } from './trial-job.js';
import type { TrialPool } from './trial-pool.js';
import { trialTeam, type TrialTeam } from './trial-team.js';
import type { Trials, TrialsTo } from './trials.js';

/** Computes the trials of a job, by whomever. */
export type ComputeTrials<Job> = (job: Job, to: TrialsTo) => Promise<void>;

export interface TrialComputer<Job> {
  readonly compute: ComputeTrials<Job>;
  /** Gives helpers back; those of a run that was cancelled at once. */
  end(run: { readonly signal?: Cancellation }): void;
}

/** Bars of work that are worth asking for help. */
const LEAST = 10_000_000;

/** What computes trials: the caller alone where there is no pool or little to do, else a team. */
export function trialComputer<Job extends TrialJob>(
  { trialsOf, source }: { readonly trialsOf: (job: Job) => Trials; readonly source: () => PostedSource },
  pool?: TrialPool,
): TrialComputer<Job> {
  let team: TrialTeam | undefined;
  return {
    async compute(job, to) {
      const trials = trialsOf(job);
      const { count, bars } = trials;
      if (!pool || count < 2 || count * bars < (pool.least ?? LEAST)) return loopTrials(trials, to);
      team ??= trialTeam(pool, source());
      await team.share(job, trials, to);
    },
    end: ({ signal }) => team?.end(signal?.aborted ? 'in a hurry' : 'in peace'),
  };
}
