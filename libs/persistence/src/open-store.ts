import 'reflect-metadata';
import { type EntityManager, IsNull } from 'typeorm';
import { dataVersion, integrityProblems } from './data-source.js';
import { type Database, openDatabase } from './database.js';
import { type Datasets, datasetsOf } from './datasets.js';
import { DatasetEntity } from './entities/dataset-entity.js';
import { ProbeEntity } from './entities/probe-entity.js';
import { RunEntity } from './entities/run-entity.js';
import { type Events, eventsOf } from './events.js';
import { type Ledger, ledgerOf } from './ledger.js';
import { type Presets, presetsOf } from './presets.js';
import { type Runs, runsOf } from './runs/runs.js';
import { type Selection, selectionOf } from './selection.js';

/** Everything Project A remembers, in one database file that any number of processes may have open. */
export interface Store {
  readonly runs: Runs;
  /** They wait in one queue with the runs, and their manifests are in the same chain. */
  readonly sweeps: Runs;
  readonly events: Events;
  readonly ledger: Ledger;
  readonly presets: Presets;
  readonly datasets: Datasets;
  readonly selection: Selection;
  /**
   * Runs `work` while nobody else, in any process, can write: for putting files and rows in step. It must not write through the store.
   */
  whileLocked<T>(work: (kept: KeptFiles) => Promise<T>): Promise<T>;
  /** A number that changes whenever anybody, in any process, has written. */
  version(): Promise<number>;
  /** Writes and flushes a row: throws STORAGE_UNAVAILABLE where that fails. */
  check(): Promise<void>;
  /** What is wrong inside the file, in words; empty when sound. Reads all of it. */
  integrity(): Promise<string[]>;
  close(): Promise<void>;
}

/** Which files the rows speak of; all others are left over. */
export interface KeptFiles {
  /** run_hashes of the runs, and sweep_hashes of the sweeps, that have artifacts. */
  readonly runs: ReadonlySet<string>;
  /** `file` of every version of every data set. */
  readonly datasets: ReadonlySet<string>;
}

export interface StoreOptions {
  readonly file: string;
  /** Epoch ms; the system's when left out. */
  readonly clock?: () => number;
}

/** Opens the store in a file, which is made where there is none, and brings its schema up to date. Throws STORAGE_UNAVAILABLE. */
export async function openStore({ file, clock = systemClock }: StoreOptions): Promise<Store> {
  return storeOn(await openDatabase(file, clock));
}

/** The store over a database that is open. */
export function storeOn(database: Database): Store {
  return {
    runs: runsOf(database, 'run'),
    sweeps: runsOf(database, 'sweep'),
    events: eventsOf(database),
    ledger: ledgerOf(database),
    presets: presetsOf(database),
    datasets: datasetsOf(database),
    selection: selectionOf(database),
    whileLocked: (work) => database.write(async ({ manager }) => work(await keptFiles(manager))),
    version: () => database.read(dataVersion),
    check: () =>
      database.write(async ({ manager, now }) => {
        await manager.upsert(ProbeEntity, { id: 1, at: now }, ['id']);
      }),
    integrity: () => database.read(integrityProblems),
    close: () => database.close(),
  };
}

async function keptFiles(manager: EntityManager): Promise<KeptFiles> {
  const runs = await manager.find(RunEntity, { select: { run_hash: true }, where: { status: 'completed', pruned_at: IsNull() } });
  const datasets = await manager.find(DatasetEntity, { select: { dataset_id: true, file: true } });
  return { runs: new Set(runs.map(({ run_hash }) => run_hash)), datasets: new Set(datasets.map(({ file }) => file)) };
}

/** The one clock of this room: its times are metadata, no hash sees them. */
function systemClock(): number {
  return new Date().getTime();
}
