import { ProjectaError } from '@projecta/errors';
import { canonicalJson } from '@projecta/hashing';
import type { Database, Transaction } from '../database.js';
import { RunEntity } from '../entities/run-entity.js';
import { appendToLedger, chainHead, type SealedManifest } from '../ledger.js';
import type { JsonObject, NewRunEvent } from '../run-event.js';
import { recordTried } from '../selection.js';
import { endRun } from './end-run.js';
import { KEEP } from './keep.js';
import { type Run, toRun } from './run.js';

/** What a finished computation hands in. */
export interface Completion {
  readonly run_hash: string;
  readonly attempt: number;
  readonly summary: JsonObject;
  readonly timings?: JsonObject;
  /** Of the returns per bar, not annualised, and how many there are: what the ledger of tried configs counts. */
  readonly per_bar_sharpe: number | null;
  readonly returns: number;
  /**
   * Seals the manifest behind the head of the chain (null where there is none) and puts the artifacts in their place, flushed.
   * It runs while the database is locked for other writers, so files are written before and only renamed here; it must not call the
   * store. What it throws undoes the completion and is thrown on.
   */
  readonly seal: (chainPrev: string | null) => SealedManifest | Promise<SealedManifest>;
  /** Events before `run.completed`. */
  readonly events?: readonly NewRunEvent[];
  /** What `run.completed` says. */
  readonly data?: JsonObject;
  /** How many completed runs are kept, pinned ones apart; 100 when left out. */
  readonly keep?: number;
}

/** `completed` is false when the attempt is not running any more (cancelled, taken over): nothing was stored, `seal` was not called. */
export type CompletionAnswer =
  { readonly completed: true; readonly run: Run; readonly pruned: readonly string[] } | { readonly completed: false; readonly run: Run };

/**
 * Completes a running attempt in one transaction: ledger, row, events, tried config, retention.
 * Throws RUN_NOT_FOUND where the run was removed, INTERNAL for a manifest that does not fit the chain.
 */
export async function completeRun(database: Database, completion: Completion): Promise<CompletionAnswer> {
  const { run_hash, attempt } = completion;
  return database.write(async (transaction) => {
    const run = await transaction.manager.findOneBy(RunEntity, { run_hash });
    if (!run) throw new ProjectaError('RUN_NOT_FOUND', `The run ${run_hash} was removed while it was being computed.`);
    if (run.status !== 'running' || run.attempt !== attempt) return { completed: false, run: toRun(run) };
    return complete(transaction, run, completion);
  });
}

async function complete(transaction: Transaction, run: RunEntity, completion: Completion): Promise<CompletionAnswer> {
  const { summary, timings, seal, events = [], data = {}, keep = KEEP } = completion;
  const results = {
    summary: canonicalJson(summary),
    timings: timings ? canonicalJson(timings) : null,
    sharpe: metric(summary, 'sharpe'),
    total_return: metric(summary, 'total_return'),
  };
  await recordTried(transaction, [{ ...triedOf(run), sharpe: completion.per_bar_sharpe, returns: completion.returns }]);
  const ended = await endRun(transaction, run, {
    status: 'completed',
    events: [...events, { type: 'run.completed', data }],
    // last, since files cannot be rolled back: what could be refused has been taken by now
    columns: async () => {
      const chain_prev = await chainHead(transaction.manager);
      const manifest = await seal(chain_prev);
      await appendToLedger(transaction, { manifest, chain_prev, run_hash: run.run_hash });
      return { ...results, stage: null, progress: 1, manifest_hash: manifest.manifest_hash };
    },
    keep,
  });
  return { completed: true, run: toRun(ended.run), pruned: ended.pruned };
}

function triedOf({ run_hash, symbol, timeframe, data_start, data_end }: RunEntity) {
  return { run_hash, symbol, timeframe, start: data_start, end: data_end };
}

function metric(summary: JsonObject, id: string): number | null {
  const value = (summary['metrics'] as JsonObject | undefined)?.[id];
  return typeof value === 'number' ? value : null;
}
