import type { Database } from '../database.js';
import { RunEntity } from '../entities/run-entity.js';
import type { NewRunEvent, RunEvent } from '../run-event.js';
import { appendEvents } from './append-events.js';

/** What a worker tells of its attempt. */
export interface RunProgress {
  readonly run_hash: string;
  readonly attempt: number;
  readonly stage?: string;
  /** Share of the whole run that is done, 0–1. */
  readonly progress?: number;
  readonly events?: readonly NewRunEvent[];
}

/** Where an attempt stands. */
export interface ProgressAnswer {
  /** False when the attempt is not running any more (cancelled, removed, taken over): its worker should stop; nothing was stored. */
  readonly running: boolean;
  readonly events: readonly RunEvent[];
}

/** Stores a step of a running attempt with its events. */
export async function reportProgress(database: Database, report: RunProgress): Promise<ProgressAnswer> {
  const { run_hash, attempt, stage, progress, events = [] } = report;
  return database.write(async (transaction) => {
    const { manager } = transaction;
    const running = await manager.existsBy(RunEntity, { run_hash, attempt, status: 'running' });
    if (!running) return { running, events: [] };
    const step = { ...(stage === undefined ? {} : { stage }), ...(progress === undefined ? {} : { progress }) };
    if (Object.keys(step).length > 0) await manager.update(RunEntity, { run_hash }, step);
    return { running, events: await appendEvents(transaction, { run_hash, attempt }, events) };
  });
}
