import type { Database, Transaction } from '../database.js';
import { RunEntity } from '../entities/run-entity.js';
import { appendEvents } from './append-events.js';
import { type Run, toRun } from './run.js';
import { findKeptRun, type WantedRun } from './find-run.js';

/** Who computes a run, and for how long it may be silent before others may think it dead. */
export interface Owner {
  /** Names a process or worker, such that `recover` can tell whether it lives. */
  readonly owner: string;
  /** 30 s when left out. */
  readonly lease_ms?: number;
}

const LEASE_MS = 30_000;

/** Takes the run or sweep that has waited longest; undefined where none waits. No two calls, in any process, get the same attempt. */
export async function claimNextRun(database: Database, owner: Owner): Promise<Run | undefined> {
  const isIdle = await database.read(async (manager) => !(await manager.existsBy(RunEntity, { status: 'queued' })));
  if (isIdle) return undefined; // without the write lock: idle workers ask often
  return database.write(async (transaction) => {
    const [longest] = await transaction.manager.find(RunEntity, { where: { status: 'queued' }, order: { queued_event: 'ASC' }, take: 1 });
    return longest && toRun(await startRun(transaction, longest, owner));
  });
}

/** Takes this run, if it waits; else undefined. Throws what finding it throws. */
export async function claimRun(database: Database, wanted: WantedRun, owner: Owner): Promise<Run | undefined> {
  return database.write(async (transaction) => {
    const run = await findKeptRun(transaction.manager, wanted);
    return run.status === 'queued' ? toRun(await startRun(transaction, run, owner)) : undefined;
  });
}

/** Tells others that an owner lives: lengthens its lease on all it computes. */
export async function renewLease(database: Database, { owner, lease_ms = LEASE_MS }: Owner): Promise<void> {
  await database.write(async ({ manager, now }) => {
    await manager.update(RunEntity, { owner, status: 'running' }, { lease_until: now + lease_ms });
  });
}

/** A queued run, running. */
export async function startRun(transaction: Transaction, run: RunEntity, { owner, lease_ms = LEASE_MS }: Owner): Promise<RunEntity> {
  const { manager, now } = transaction;
  const running = { status: 'running', owner, lease_until: now + lease_ms, started_at: now };
  await manager.update(RunEntity, { run_hash: run.run_hash }, running);
  await appendEvents(transaction, run, [{ type: 'run.started' }]);
  return { ...run, ...running };
}
