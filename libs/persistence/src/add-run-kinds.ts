import type { MigrationInterface, QueryRunner } from 'typeorm';

const INDICES = {
  runs_listed: ['pruned_at', 'queued_event'],
  runs_ended: ['status', 'finished_event'],
} as const;

/**
 * Sweeps beside runs, in the same table. In plain SQL: TypeORM would copy a SQLite table to add a column to it, and dropping the old one
 * takes the events of all its runs along.
 */
export class AddRunKinds1796000000000 implements MigrationInterface {
  readonly name = 'AddRunKinds1796000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "runs" ADD COLUMN "kind" text NOT NULL DEFAULT 'run'`);
    for (const [name, columns] of Object.entries(INDICES)) await indexAnew(runner, name, ['kind', ...columns]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM "runs" WHERE "kind" <> 'run'`);
    for (const [name, columns] of Object.entries(INDICES)) await indexAnew(runner, name, columns);
    await runner.query(`ALTER TABLE "runs" DROP COLUMN "kind"`);
  }
}

async function indexAnew(runner: QueryRunner, name: string, columns: readonly string[]): Promise<void> {
  await runner.query(`DROP INDEX "${name}"`);
  await runner.query(`CREATE INDEX "${name}" ON "runs" (${columns.map((column) => `"${column}"`).join(', ')})`);
}
