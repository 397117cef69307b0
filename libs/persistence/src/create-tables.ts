import { type MigrationInterface, type QueryRunner, Table, type TableColumnOptions, type TableOptions } from 'typeorm';

const HASH_KEY: Column = { type: 'text', isPrimary: true };
const NUMBER_KEY: Column = { type: 'integer', isPrimary: true, isGenerated: true, generationStrategy: 'increment' };
const TEXT: Column = { type: 'text' };
const COUNT: Column = { type: 'integer' };
const TIME: Column = { type: 'bigint' };
const NUMBER: Column = { type: 'double precision' };
const FLAG: Column = { type: 'boolean' };

type Column = Omit<TableColumnOptions, 'name'>;

/** The first schema. Never edited once released: what comes later is a migration of its own. */
export class CreateTables1790000000000 implements MigrationInterface {
  readonly name = 'CreateTables1790000000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of tables()) await runner.createTable(new Table(table));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { name } of tables().reverse()) await runner.dropTable(name);
  }
}

function tables(): TableOptions[] {
  return [
    table(
      'datasets',
      {
        dataset_id: NUMBER_KEY,
        symbol: TEXT,
        timeframe: TEXT,
        data_hash: TEXT,
        file: TEXT,
        bars: COUNT,
        start: TIME,
        end: TIME,
        gaps: COUNT,
        columns: TEXT,
        notes: TEXT,
        created_at: TIME,
        current: FLAG,
      },
      {
        uniques: [{ columnNames: ['symbol', 'timeframe', 'data_hash'] }],
        indices: [{ name: 'datasets_current', columnNames: ['symbol', 'timeframe'], isUnique: true, where: '"current"' }],
      },
    ),
    table(
      'runs',
      {
        run_hash: HASH_KEY,
        config_hash: TEXT,
        data_hash: TEXT,
        symbol: TEXT,
        timeframe: TEXT,
        strategy: TEXT,
        data_start: TIME,
        data_end: TIME,
        dataset_id: optional(COUNT),
        config: TEXT,
        identity: TEXT,
        status: TEXT,
        attempt: COUNT,
        stage: optional(TEXT),
        progress: NUMBER,
        owner: optional(TEXT),
        lease_until: optional(TIME),
        queued_event: COUNT,
        finished_event: optional(COUNT),
        created_at: TIME,
        started_at: optional(TIME),
        finished_at: optional(TIME),
        summary: optional(TEXT),
        error: optional(TEXT),
        timings: optional(TEXT),
        manifest_hash: optional(TEXT),
        sharpe: optional(NUMBER),
        total_return: optional(NUMBER),
        pinned: FLAG,
        pruned_at: optional(TIME),
      },
      {
        indices: [
          { name: 'runs_listed', columnNames: ['pruned_at', 'queued_event'] },
          { name: 'runs_in_line', columnNames: ['status', 'queued_event'] },
          { name: 'runs_ended', columnNames: ['status', 'finished_event'] },
          { name: 'runs_of_dataset', columnNames: ['dataset_id'] },
        ],
        foreignKeys: [
          { columnNames: ['dataset_id'], referencedTableName: 'datasets', referencedColumnNames: ['dataset_id'], onDelete: 'SET NULL' },
        ],
      },
    ),
    table(
      'run_events',
      { id: NUMBER_KEY, run_hash: TEXT, attempt: COUNT, type: TEXT, at: TIME, data: TEXT },
      {
        indices: [{ name: 'run_events_of_run', columnNames: ['run_hash', 'id'] }],
        foreignKeys: [{ columnNames: ['run_hash'], referencedTableName: 'runs', referencedColumnNames: ['run_hash'], onDelete: 'CASCADE' }],
      },
    ),
    table(
      'manifests',
      {
        sequence: NUMBER_KEY,
        manifest_hash: { ...TEXT, isUnique: true },
        run_hash: TEXT,
        chain_prev: optional({ ...TEXT, isUnique: true }),
        manifest: TEXT,
        completed_at: TIME,
      },
      { indices: [{ name: 'manifests_of_run', columnNames: ['run_hash'] }] },
    ),
    table('presets', {
      sequence: NUMBER_KEY,
      preset_id: { ...TEXT, isUnique: true },
      name: TEXT,
      config: TEXT,
      created_at: TIME,
    }),
    table(
      'tried_configs',
      {
        run_hash: HASH_KEY,
        symbol: TEXT,
        timeframe: TEXT,
        start: TIME,
        end: TIME,
        sharpe: optional(NUMBER),
        returns: COUNT,
        created_at: TIME,
      },
      { indices: [{ name: 'tried_configs_of_symbol', columnNames: ['symbol', 'start'] }] },
    ),
    table('probes', { id: { type: 'integer', isPrimary: true }, at: TIME }),
  ];
}

function table(name: string, columns: Record<string, Column>, rest: Partial<TableOptions> = {}): TableOptions {
  return { name, columns: Object.entries(columns).map(([column, options]) => ({ name: column, ...options })), ...rest };
}

function optional(column: Column): Column {
  return { ...column, isNullable: true };
}
