import { ProjectaError, quote } from '@projecta/errors';
import type { Database, Transaction } from './database.js';
import { DatasetEntity } from './entities/dataset-entity.js';
import { RunEntity } from './entities/run-entity.js';
import { checkedPage, type Page, pageOf, type PageRequest } from './page.js';

/** A version of a data set: never changed, under the hash of its columns. */
export interface Dataset {
  readonly dataset_id: number;
  readonly symbol: string;
  readonly timeframe: string;
  readonly data_hash: string;
  /** Where its candles are, relative to the folder of data sets. */
  readonly file: string;
  readonly bars: number;
  /** The span of its candles, half-open, epoch ms. */
  readonly start: number;
  readonly end: number;
  readonly gaps: number;
  /** The names of its columns. */
  readonly columns: readonly string[];
  /** What was said when it was read, for whoever uses it. */
  readonly notes: readonly string[];
  readonly created_at: number;
  /** Whether new runs get this one. */
  readonly current: boolean;
}

export type NewDataset = Omit<Dataset, 'dataset_id' | 'created_at' | 'current'>;

/** What candles the store knows of; the files themselves are the caller's. */
export interface Datasets {
  /**
   * Makes this the current version of its symbol and timeframe; `created` is false where it was stored before.
   * `place` puts its file in its place while the store is locked: it must not call the store, and what it throws undoes the addition.
   */
  add(dataset: NewDataset, place?: () => Promise<void>): Promise<{ readonly created: boolean; readonly dataset: Dataset }>;
  /** The current versions of a symbol, or of a symbol and timeframe. */
  current(symbol: string, timeframe?: string): Promise<Dataset[]>;
  /** Current versions, by symbol, then timeframe. */
  list(request?: PageRequest): Promise<Page<Dataset>>;
  /** No new run gets it; versions that kept runs used stay. Throws DATA_NOT_FOUND. */
  remove(symbol: string, timeframe?: string): Promise<void>;
  /**
   * Removes the versions that are neither current nor used by a kept run; answers them. `discard` removes their files while the store is
   * locked, so that nobody adds the same version meanwhile.
   */
  sweep(discard?: (unused: readonly Dataset[]) => Promise<void>): Promise<Dataset[]>;
  /** Every version that is stored: all files of others are left over. */
  versions(symbol?: string): Promise<Dataset[]>;
}

export function datasetsOf(database: Database): Datasets {
  return {
    add: (dataset, place) =>
      database.write(async (transaction) => {
        await place?.();
        return addVersion(transaction, dataset);
      }),
    async current(symbol, timeframe) {
      const where = { symbol, current: true, ...(timeframe === undefined ? {} : { timeframe }) };
      const rows = await database.read((manager) => manager.find(DatasetEntity, { where, order: { timeframe: 'ASC' } }));
      return rows.map(toDataset);
    },
    async list(request = {}) {
      const { limit, after } = checkedPage(request, (key) => key.length === 2 && key.every((part) => typeof part === 'string'));
      const rows = await database.read((manager) => {
        const query = manager.createQueryBuilder(DatasetEntity, 'dataset').where('dataset.current = :current', { current: true });
        if (after) query.andWhere('(dataset.symbol, dataset.timeframe) > (:symbol, :timeframe)', { symbol: after[0], timeframe: after[1] });
        return query
          .orderBy('dataset.symbol')
          .addOrderBy('dataset.timeframe')
          .limit(limit + 1)
          .getMany();
      });
      return pageOf({ rows, limit, item: toDataset, key: ({ symbol, timeframe }) => [symbol, timeframe] });
    },
    remove: (symbol, timeframe) =>
      database.write(async ({ manager }) => {
        const which = { symbol, current: true, ...(timeframe === undefined ? {} : { timeframe }) };
        const { affected } = await manager.update(DatasetEntity, which, { current: false });
        if (affected) return;
        const what = timeframe === undefined ? quote(symbol) : `${quote(symbol)} at ${quote(timeframe)}`;
        throw new ProjectaError('DATA_NOT_FOUND', `There is no data set ${what}.`);
      }),
    sweep: (discard) =>
      database.write(async (transaction) => {
        const unused = await removeUnused(transaction);
        if (unused.length > 0) await discard?.(unused);
        return unused;
      }),
    async versions(symbol) {
      const where = symbol === undefined ? {} : { symbol };
      const rows = await database.read((manager) => manager.find(DatasetEntity, { where, order: { dataset_id: 'ASC' } }));
      return rows.map(toDataset);
    },
  };
}

async function addVersion({ manager, now }: Transaction, dataset: NewDataset): Promise<{ created: boolean; dataset: Dataset }> {
  const { columns, notes, ...facts } = dataset;
  const { symbol, timeframe, data_hash } = facts;
  await manager.update(DatasetEntity, { symbol, timeframe, current: true }, { current: false });
  const present = await manager.findOneBy(DatasetEntity, { symbol, timeframe, data_hash });
  if (present) {
    await manager.update(DatasetEntity, { dataset_id: present.dataset_id }, { current: true });
    return { created: false, dataset: toDataset({ ...present, current: true }) };
  }
  const row = { ...facts, columns: JSON.stringify(columns), notes: JSON.stringify(notes), created_at: now, current: true };
  const { identifiers } = await manager.insert(DatasetEntity, row);
  const { dataset_id } = identifiers[0] as { dataset_id: number };
  return { created: true, dataset: toDataset({ dataset_id, ...row }) };
}

async function removeUnused({ manager }: Transaction): Promise<Dataset[]> {
  const kept = manager
    .createQueryBuilder(RunEntity, 'run')
    .subQuery()
    .select('1')
    .from(RunEntity, 'run')
    .where('run.dataset_id = dataset.dataset_id AND run.pruned_at IS NULL')
    .getQuery();
  const unused = await manager
    .createQueryBuilder(DatasetEntity, 'dataset')
    .where('dataset.current = :current', { current: false })
    .andWhere(`NOT EXISTS ${kept}`)
    .getMany();
  if (unused.length > 0)
    await manager.delete(
      DatasetEntity,
      unused.map(({ dataset_id }) => dataset_id),
    );
  return unused.map(toDataset);
}

function toDataset({ columns, notes, ...facts }: DatasetEntity): Dataset {
  return { ...facts, columns: JSON.parse(columns) as string[], notes: JSON.parse(notes) as string[] };
}
