import { IsNull } from 'typeorm';
import type { Database } from '../database.js';
import { RunEntity } from '../entities/run-entity.js';
import type { Page } from '../page.js';
import { claimNextRun, claimRun, type Owner, renewLease } from './claim-run.js';
import { completeRun, type Completion, type CompletionAnswer } from './complete-run.js';
import { countRuns } from './count-runs.js';
import { findKeptRun } from './find-run.js';
import { type ListedValues, listRuns, type RunQuery } from './list-runs.js';
import { type IsAlive, recoverRuns } from './recover-runs.js';
import { removeRun, setPin } from './remove-run.js';
import { type ProgressAnswer, reportProgress, type RunProgress } from './report-progress.js';
import { type ListedRun, type Run, type RunStatus, toRun } from './run.js';
import type { RunKind } from './run-kind.js';
import { type RepeatedRun, repeatLookup } from './repeat-lookup.js';
import { runLookup } from './run-lookup.js';
import { type RunStanding, runStanding } from './run-standing.js';
import { cancelRun, type Failure, failRun, type Stopped } from './stop-run.js';
import { type NewRun, type Submitted, type SubmitOptions, submitRun } from './submit-run.js';

/**
 * The runs of a store, or its sweeps: one that is of the other kind is not found here. Each function's own file says what it does and throws;
 * a run_hash (of a sweep its sweep_hash) may be a prefix of 8 digits or more where noted. What is noted as of any kind is the same in both.
 */
export interface Runs {
  submit(run: NewRun, options?: SubmitOptions): Promise<Submitted>;
  /** Of any kind. */
  claimNext(owner: Owner): Promise<Run | undefined>;
  /** By hash or prefix. */
  claim(run_hash: string, owner: Owner): Promise<Run | undefined>;
  /** Of any kind. */
  renew(owner: Owner): Promise<void>;
  /** Of any kind. */
  progress(report: RunProgress): Promise<ProgressAnswer>;
  /** Of any kind. */
  complete(completion: Completion): Promise<CompletionAnswer>;
  /** Of any kind. */
  fail(failure: Failure): Promise<Stopped | undefined>;
  /** By hash or prefix. */
  cancel(run_hash: string, keep?: number): Promise<Stopped>;
  /** By hash or prefix. */
  remove(run_hash: string): Promise<Run>;
  /** By hash or prefix. */
  pin(run_hash: string): Promise<Run>;
  /** By hash or prefix. */
  unpin(run_hash: string): Promise<Run>;
  /** By hash or prefix. Throws RUN_NOT_FOUND or SWEEP_NOT_FOUND, AMBIGUOUS_PREFIX, RUN_PRUNED. */
  get(run_hash: string): Promise<Run>;
  /** By the whole hash, pruned or not; undefined where there is none. */
  find(run_hash: string): Promise<Run | undefined>;
  /** By the whole hash: the run that submitting it again would answer; undefined where that would begin an attempt. */
  repeated(run_hash: string): Promise<RepeatedRun | undefined>;
  /** By hash or prefix, pruned or not. */
  standing(run_hash: string): Promise<RunStanding>;
  /** With values out of their JSON, by path. */
  list(request?: RunQuery & ListedValues): Promise<Page<ListedRun>>;
  /** Of any kind. */
  recover(isAlive: IsAlive): Promise<string[]>;
  /** Of any kind. */
  counts(): Promise<Record<RunStatus, number>>;
  /** Of any kind, which must have artifacts: all folders of others are left over. */
  withArtifacts(): Promise<{ run_hash: string; manifest_hash: string }[]>;
}

/** Those of one kind. */
export function runsOf(database: Database, kind: RunKind): Runs {
  const lookup = runLookup(database, kind);
  return {
    submit: (run, options) => submitRun({ database, lookup, kind }, run, options),
    claimNext: (owner) => claimNextRun(database, owner),
    claim: (run_hash, owner) => claimRun(database, { run_hash, kind }, owner),
    renew: (owner) => renewLease(database, owner),
    progress: (report) => reportProgress(database, report),
    complete: (completion) => completeRun(database, completion),
    fail: (failure) => failRun(database, failure),
    cancel: (run_hash, keep) => cancelRun(database, { run_hash, kind }, keep),
    remove: (run_hash) => removeRun(database, { run_hash, kind }),
    pin: (run_hash) => setPin(database, { run_hash, kind }, true),
    unpin: (run_hash) => setPin(database, { run_hash, kind }, false),
    get: async (run_hash) => {
      const run = await lookup(run_hash);
      return toRun(run?.pruned_at === null ? run : await database.read((manager) => findKeptRun(manager, { run_hash, kind })));
    },
    find: async (run_hash) => {
      const run = await lookup(run_hash);
      return run && toRun(run);
    },
    repeated: repeatLookup(database, kind),
    standing: (run_hash) => runStanding(database, { run_hash, kind }),
    list: (request) => listRuns(database, { ...request, kind }),
    recover: (isAlive) => recoverRuns(database, isAlive),
    counts: () => countRuns(database),
    withArtifacts: async () => {
      const where = { status: 'completed', pruned_at: IsNull() };
      const runs = await database.read((manager) => manager.find(RunEntity, { select: { run_hash: true, manifest_hash: true }, where }));
      return runs.map(({ run_hash, manifest_hash }) => ({ run_hash, manifest_hash: manifest_hash! }));
    },
  };
}
