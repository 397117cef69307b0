import sqlite3, { type Database as Connection, type Statement } from 'sqlite3';
import { DataSource, type EntityManager } from 'typeorm';
import { AddRunKinds1796000000000 } from './add-run-kinds.js';
import { CreateTables1790000000000 } from './create-tables.js';
import { DatasetEntity } from './entities/dataset-entity.js';
import { LedgerEntity } from './entities/ledger-entity.js';
import { PresetEntity } from './entities/preset-entity.js';
import { ProbeEntity } from './entities/probe-entity.js';
import { RunEntity } from './entities/run-entity.js';
import { RunEventEntity } from './entities/run-event-entity.js';
import { TriedConfigEntity } from './entities/tried-config-entity.js';
import type { StorageFailure } from './storage-error.js';

// The one file that knows which database it is. Everything else speaks TypeORM: `postgres://` is a second set of these exports.

/** How a write transaction starts: it takes the write lock at once, so that it can never deadlock by asking for it later. */
export const BEGIN_WRITE = 'BEGIN IMMEDIATE';

/**
 * How long SQLite itself waits for a lock, before `untilFree` goes on waiting. It waits inside one of the process's four threads for files:
 * with seconds here, a few waiting connections kept the one they waited for from going on (six stores that opened one file took 30 s).
 */
const BUSY_TIMEOUT_MS = 20;

/**
 * TypeORM asks for `sqlite3.verbose()`, which builds a stack trace at every statement: 0.03 ms of the 0.1 ms that a small read takes.
 * Its place is a debugger.
 */
const quietDriver = { ...sqlite3, verbose: () => quietDriver };

/**
 * A connection to the database in a file, which is made where there is none.
 * Every commit is flushed to the disk (synchronous FULL) before it is acknowledged; a reader sees committed rows only and cannot write.
 */
export async function openDataSource(file: string, role: 'writer' | 'reader'): Promise<DataSource> {
  const source = new DataSource({
    type: 'sqlite',
    driver: quietDriver,
    database: file,
    enableWAL: true,
    busyTimeout: BUSY_TIMEOUT_MS,
    entities: [RunEntity, RunEventEntity, LedgerEntity, PresetEntity, DatasetEntity, TriedConfigEntity, ProbeEntity],
    migrations: [CreateTables1790000000000, AddRunKinds1796000000000],
    synchronize: false,
    logging: false,
  });
  await source.initialize();
  await source.query('PRAGMA synchronous = FULL');
  if (role === 'reader') await source.query('PRAGMA query_only = ON');
  return source;
}

/** A query of which the database reads the SQL once. */
export interface PreparedQuery<Row> {
  all(parameters: readonly unknown[]): Promise<Row[]>;
  /** Must come before its connection closes. */
  release(): Promise<void>;
}

/** Prepares a query at its first use. It is one errand to SQLite's thread where TypeORM's `query` is two: 0.05 ms of CPU against 0.1. */
export function preparedQuery<Row>({ driver }: DataSource, sql: string): PreparedQuery<Row> {
  const { databaseConnection } = driver as unknown as { readonly databaseConnection: Connection };
  let statement: Promise<Statement> | undefined;
  const prepared = (): Promise<Statement> =>
    new Promise((resolve, reject) => {
      const made = databaseConnection.prepare(sql, (error: Error | null) => (error ? reject(error) : resolve(made)));
    });
  return {
    async all(parameters) {
      statement ??= prepared().catch((error: unknown) => {
        statement = undefined; // the next use tries again
        throw error;
      });
      const ready = await statement;
      return new Promise<Row[]>((resolve, reject) => {
        ready.all<Row>([...parameters], (error, rows) => (error ? reject(error) : resolve(rows)));
      });
    },
    async release() {
      const last = await statement?.catch(() => undefined);
      statement = undefined;
      if (last) await new Promise<void>((resolve) => void last.finalize(() => resolve()));
    },
  };
}

/**
 * SQL for the values at paths of a JSON column, such as `metrics.sharpe`, as the text of an array; the first is there twice, since a single
 * path would give a SQL number, which may round. SQLite's thread extracts them, so that whole documents never come to the event loop.
 */
export function jsonValues(column: string, paths: readonly string[]): string {
  const [first] = paths;
  if (first === undefined) return 'NULL';
  return `json_extract(${[column, ...[first, ...paths].map((path) => `'$.${path}'`)].join(', ')})`;
}

/** What SQLite finds wrong with its own file; empty when sound. Reads all of it. */
export async function integrityProblems(manager: EntityManager): Promise<string[]> {
  const rows = await manager.query<{ integrity_check: string }[]>('PRAGMA integrity_check');
  const orphans = await manager.query<{ table: string }[]>('PRAGMA foreign_key_check');
  const found = rows.map((row) => row.integrity_check).filter((text) => text !== 'ok');
  return [...found, ...orphans.map(({ table }) => `a row of ${table} points to a row that is not there`)];
}

/** Counts what others have written into the file. */
export async function dataVersion(manager: EntityManager): Promise<number> {
  const [row] = await manager.query<{ data_version: number }[]>('PRAGMA data_version');
  return row?.data_version ?? 0;
}

/** What kind of trouble with the storage an error is; undefined where the storage is not to blame. */
export function failureOf(error: unknown): StorageFailure | undefined {
  const { code } = ((error as { driverError?: unknown }).driverError ?? error) as { code?: unknown };
  return typeof code === 'string' ? FAILURES[code] : undefined;
}

const FAILURES: Readonly<Record<string, StorageFailure>> = {
  SQLITE_CORRUPT: 'damaged',
  SQLITE_NOTADB: 'foreign',
  SQLITE_READONLY: 'read_only',
  SQLITE_PERM: 'read_only',
  SQLITE_FULL: 'full',
  SQLITE_IOERR: 'broken',
  SQLITE_NOMEM: 'broken',
  SQLITE_CANTOPEN: 'unreachable',
  SQLITE_AUTH: 'unreachable',
  SQLITE_BUSY: 'busy',
  SQLITE_LOCKED: 'busy',
  SQLITE_PROTOCOL: 'busy',
  EACCES: 'read_only',
  EPERM: 'read_only',
  EROFS: 'read_only',
  ENOSPC: 'full',
  EDQUOT: 'full',
  EIO: 'broken',
  ENOENT: 'unreachable',
  ENOTDIR: 'unreachable',
  EEXIST: 'unreachable',
};
