import 'reflect-metadata';
import { integrityProblems } from './data-source.js';
import { type Database, openDatabase } from './database.js';
import { type Datasets, datasetsOf } from './datasets.js';
import { ProbeEntity } from './entities/probe-entity.js';
import { type Events, eventsOf } from './events.js';
import { type Ledger, ledgerOf } from './ledger.js';
import { type Presets, presetsOf } from './presets.js';
import { type Runs, runsOf } from './runs/runs.js';
import { type Selection, selectionOf } from './selection.js';

/** Everything Project A remembers, in one database file that any number of processes may have open. */
export interface Store {
  readonly runs: Runs;
  readonly events: Events;
  readonly ledger: Ledger;
  readonly presets: Presets;
  readonly datasets: Datasets;
  readonly selection: Selection;
  /** Writes and flushes a row: throws STORAGE_UNAVAILABLE where that fails. */
  check(): Promise<void>;
  /** What is wrong inside the file, in words; empty when sound. Reads all of it. */
  integrity(): Promise<string[]>;
  close(): Promise<void>;
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
    runs: runsOf(database),
    events: eventsOf(database),
    ledger: ledgerOf(database),
    presets: presetsOf(database),
    datasets: datasetsOf(database),
    selection: selectionOf(database),
    check: () =>
      database.write(async ({ manager, now }) => {
        await manager.upsert(ProbeEntity, { id: 1, at: now }, ['id']);
      }),
    integrity: () => database.read(integrityProblems),
    close: () => database.close(),
  };
}

/** The one clock of this room: its times are metadata, no hash sees them. */
function systemClock(): number {
  return new Date().getTime();
}
