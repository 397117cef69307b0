import { ProjectaError } from '@projecta/errors';
import type { DataSource, EntityManager } from 'typeorm';
import { BEGIN_WRITE, failureOf, openDataSource, type PreparedQuery, preparedQuery } from './data-source.js';
import { flushFolder } from './flush-folder.js';
import { migrate } from './migrate.js';
import type { RunEvent } from './run-event.js';
import { storageError } from './storage-error.js';
import { untilFree } from './until-free.js';
import { writeMutex } from './write-mutex.js';

/** A write in progress: all of it is kept, or none. */
export interface Transaction {
  readonly manager: EntityManager;
  /** Epoch ms, one instant for the whole transaction. */
  readonly now: number;
  /** The events it has appended so far, told to listeners once they are on the disk. */
  readonly appended: RunEvent[];
}

/** One database file: reads beside each other, writes one after another, both with errors a person can act on. */
export interface Database {
  /** A `query` may be asked again from its start. */
  read<T>(query: (manager: EntityManager) => Promise<T>): Promise<T>;
  /** A read that is asked very often: its SQL is built and prepared once. */
  prepare<Row>(sql: (manager: EntityManager) => string): (parameters: readonly unknown[]) => Promise<Row[]>;
  /** A `work` must not call `write` itself: it would wait for its own end. */
  write<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>;
  /** Calls back after every commit of this process that appended events, in the order of ids; answers how to stop. */
  onAppended(listener: (events: readonly RunEvent[]) => void): () => void;
  /** Lets what has begun come to its end, and refuses what comes later. */
  close(): Promise<void>;
}

/**
 * Opens the database in a file with two connections: TypeORM runs everything on one SQLite connection, where a reader would see what a
 * transaction has not committed yet. Makes and migrates the file where needed. Throws STORAGE_UNAVAILABLE.
 */
export async function openDatabase(file: string, clock: () => number): Promise<Database> {
  const [writer, reader] = await open(file);
  const runner = writer.createQueryRunner();
  const exclusive = writeMutex();
  const listeners = new Set<(events: readonly RunEvent[]) => void>();
  const pending = new Set<Promise<unknown>>();
  const prepared: PreparedQuery<unknown>[] = [];
  let closing: Promise<void> | undefined;

  return {
    read: (query) => tracked(() => untilFree(() => query(reader.manager))),
    prepare<Row>(sql: (manager: EntityManager) => string) {
      const query = preparedQuery<Row>(reader, sql(reader.manager));
      prepared.push(query);
      return (parameters) => tracked(() => untilFree(() => query.all(parameters)));
    },
    write: (work) => tracked(() => exclusive(() => transact(work))),
    onAppended(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => (closing ??= end()),
  };

  async function transact<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    await untilFree(() => runner.query(BEGIN_WRITE));
    const transaction: Transaction = { manager: runner.manager, now: clock(), appended: [] };
    let result: T;
    try {
      result = await work(transaction);
      await runner.query('COMMIT');
    } catch (error) {
      await runner.query('ROLLBACK').catch(() => undefined); // SQLite has done so itself after the worst errors
      throw error;
    }
    if (transaction.appended.length > 0) tell(transaction.appended);
    return result;
  }

  /** What a listener throws cannot undo a commit; it becomes a warning of the process. */
  function tell(events: readonly RunEvent[]): void {
    for (const listener of listeners) {
      try {
        listener(events);
      } catch (error) {
        process.emitWarning(`A listener to events failed: ${String(error)}`);
      }
    }
  }

  async function tracked<T>(act: () => Promise<T>): Promise<T> {
    if (closing) throw storageError('closed', file);
    const promise = act();
    pending.add(promise);
    try {
      return await promise;
    } catch (error) {
      throw explained(error, file);
    } finally {
      pending.delete(promise);
    }
  }

  async function end(): Promise<void> {
    await Promise.allSettled(pending);
    await Promise.all(prepared.map((query) => query.release()));
    await reader.destroy();
    await writer.destroy(); // the last one folds the write-ahead log into the file
  }
}

async function open(file: string): Promise<[writer: DataSource, reader: DataSource]> {
  let writer: DataSource | undefined;
  try {
    writer = await untilFree(() => openDataSource(file, 'writer'));
    await migrate(writer, file);
    await flushFolder(file); // a new file's name must survive a pulled plug as its content does
    return [writer, await untilFree(() => openDataSource(file, 'reader'))];
  } catch (error) {
    if (writer?.isInitialized) await writer.destroy().catch(() => undefined);
    throw explained(error, file);
  }
}

function explained(error: unknown, file: string): unknown {
  if (error instanceof ProjectaError) return error;
  const failure = failureOf(error);
  if (failure) return storageError(failure, file, error);
  if (error instanceof Error && 'driverError' in error) {
    const message = 'The database refused a statement. This is a mistake of the program: please report it.';
    return new ProjectaError('INTERNAL', message, [], { cause: error });
  }
  return error;
}
