import { ProjectaError } from '@projecta/errors';
import { canonicalJson } from '@projecta/hashing';
import type { Database, Transaction } from '../database.js';
import { RunEntity } from '../entities/run-entity.js';
import { appendToLedger, chainHead, type SealedManifest } from '../ledger.js';
import type { JsonObject, NewRunEvent } from '../run-event.js';
import { recordTried, type TriedConfig } from '../selection.js';
import { endRun } from './end-run.js';
import { KEEP } from './keep.js';
import { type Run, toRun } from './run.js';

/** What counts as tried from now on: a run itself, or all trials of a sweep. */
export interface Tried {
  /** Of the runs, or of the runs that the trials would be. */
  readonly run_hashes: readonly string[];
  /** Of each, of its returns per bar, not annualised; NaN where it does not exist. */
  readonly sharpes: Float64Array;
  /** How many returns each stands on. */
  readonly returns: number;
}

/** What a finished computation hands in. */
export interface Completion {
  readonly run_hash: string;
  readonly attempt: number;
  readonly summary: JsonObject;
  readonly timings?: JsonObject;
  readonly tried: Tried;
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
 * So many tried configs are written in one transaction. A sweep has many thousands: others get their turn between these pieces, and the
 * rows are written before the sweep is completed, never after. What was tried stays counted even where the sweep comes to nothing then.
 */
const AT_ONCE = 250;

/**
 * Completes a running attempt in one transaction: ledger, row, events, tried configs (the last of them, where they are many), retention.
 * Throws RUN_NOT_FOUND where the row was removed, INTERNAL for a manifest that does not fit the chain.
 */
export async function completeRun(database: Database, completion: Completion): Promise<CompletionAnswer> {
  const { run_hash, attempt, tried } = completion;
  const last = Math.max(0, tried.run_hashes.length - AT_ONCE);
  for (let from = 0; from < last; from += AT_ONCE) {
    if (!(await database.write((transaction) => recordPiece(transaction, completion, from)))) break;
  }
  return database.write(async (transaction) => {
    const run = await transaction.manager.findOneBy(RunEntity, { run_hash });
    if (!run) throw new ProjectaError('RUN_NOT_FOUND', `The run ${run_hash} was removed while it was being computed.`);
    if (!isRunning(run, attempt)) return { completed: false, run: toRun(run) };
    await recordTried(transaction, triedOf(run, tried, last));
    return complete(transaction, run, completion);
  });
}

/** False where the attempt is not running any more. */
async function recordPiece(transaction: Transaction, { run_hash, attempt, tried }: Completion, from: number): Promise<boolean> {
  const run = await transaction.manager.findOneBy(RunEntity, { run_hash });
  if (!run || !isRunning(run, attempt)) return false;
  await recordTried(transaction, triedOf(run, tried, from));
  return true;
}

function isRunning({ status, attempt }: RunEntity, wanted: number): boolean {
  return status === 'running' && attempt === wanted;
}

async function complete(transaction: Transaction, run: RunEntity, completion: Completion): Promise<CompletionAnswer> {
  const { summary, timings, seal, events = [], data = {}, keep = KEEP } = completion;
  const results = {
    summary: canonicalJson(summary),
    timings: timings ? canonicalJson(timings) : null,
    sharpe: metric(summary, 'sharpe'),
    total_return: metric(summary, 'total_return'),
  };
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

/** A piece of what was tried, on the data of its row. */
function triedOf(
  { symbol, timeframe, data_start, data_end }: RunEntity,
  { run_hashes, sharpes, returns }: Tried,
  from: number,
): TriedConfig[] {
  return run_hashes.slice(from, from + AT_ONCE).map((run_hash, i) => {
    const sharpe = sharpes[from + i]!;
    return { run_hash, symbol, timeframe, start: data_start, end: data_end, sharpe: Number.isNaN(sharpe) ? null : sharpe, returns };
  });
}

/** A metric of a run, or of the best trial of a sweep. */
function metric({ metrics, best }: JsonObject, id: string): number | null {
  const of = metrics ?? (best as JsonObject | undefined)?.['metrics'];
  const value = (of as JsonObject | undefined)?.[id];
  return typeof value === 'number' ? value : null;
}
