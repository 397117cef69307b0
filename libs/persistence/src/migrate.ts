import type { DataSource, MigrationInterface } from 'typeorm';
import { BEGIN_WRITE } from './data-source.js';
import { ProbeEntity } from './entities/probe-entity.js';
import { storageError } from './storage-error.js';
import { untilFree } from './until-free.js';

const TABLE = 'migrations';
const NO_ROW = -1;

/**
 * Brings the schema up to date: all pending migrations or none. The write lock is taken first (TypeORM itself would look, then lock),
 * so that of two processes that open a new file at once one makes the tables and the other finds them.
 * Throws STORAGE_UNAVAILABLE for a file that has migrations this program does not know, and the driver's error for one it may not write.
 */
export async function migrate(source: DataSource, file: string): Promise<void> {
  await untilFree(() => source.query(BEGIN_WRITE));
  try {
    if (await isNewer(source)) throw storageError('newer', file);
    await source.runMigrations({ transaction: 'none' }); // in the transaction begun above
    await source.manager.delete(ProbeEntity, { id: NO_ROW }); // SQLite opens a read-only file without a word; this it refuses
    await source.query('COMMIT');
  } catch (error) {
    await source.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

async function isNewer(source: DataSource): Promise<boolean> {
  const runner = source.createQueryRunner();
  if (!(await runner.hasTable(TABLE))) return false;
  const applied: { name: string }[] = await source.createQueryBuilder().select('name').from(TABLE, TABLE).getRawMany();
  const known = new Set(source.migrations.map((migration: MigrationInterface) => migration.name));
  return applied.some(({ name }) => !known.has(name));
}
