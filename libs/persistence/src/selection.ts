import { LessThan, MoreThan } from 'typeorm';
import { countTried } from './count-tried.js';
import type { Database, Transaction } from './database.js';
import { TriedConfigEntity } from './entities/tried-config-entity.js';

/** A config that was tried on data. */
export interface TriedConfig {
  /** Of the run, or of the run that the trial of a sweep would be. */
  readonly run_hash: string;
  readonly symbol: string;
  readonly timeframe: string;
  /** The span of the candles, half-open, epoch ms. */
  readonly start: number;
  readonly end: number;
  /** Per bar, not annualised; null where it does not exist. */
  readonly sharpe: number | null;
  /** How many returns it stands on: T. */
  readonly returns: number;
}

/** What a deflated Sharpe needs to know of the trials on some data. */
export interface TriedCounts {
  /** Distinct configs. */
  readonly trials: number;
  /** Those whose Sharpe exists. */
  readonly with_sharpe: number;
  /** Of these, per bar (ddof 1); null below two. */
  readonly variance: number | null;
  /**
   * The same of Sharpe·√T, which would be 1 on average for independent trials without an edge, and less the more alike they are;
   * null below two.
   */
  readonly dispersion: number | null;
}

export type TriedData = Pick<TriedConfig, 'symbol' | 'start' | 'end'>;

/** Every config ever tried, for good: what a Sharpe must be deflated for. */
export interface Selection {
  /** Counts trials that are no runs of their own, such as a sweep's; one that is there already is no new trial. */
  record(tried: readonly TriedConfig[]): Promise<void>;
  /** Those on the same data: the same symbol and an overlapping span, any timeframe, each once, oldest first. */
  tried(data: TriedData): Promise<TriedConfig[]>;
  /** The same, counted where they lie: there may be very many. */
  counts(data: TriedData): Promise<TriedCounts>;
}

const AT_ONCE = 250;

export function selectionOf(database: Database): Selection {
  return {
    record: (tried) => database.write((transaction) => recordTried(transaction, tried)),
    async tried({ symbol, start, end }) {
      const where = { symbol, start: LessThan(end), end: MoreThan(start) };
      const order = { created_at: 'ASC', run_hash: 'ASC' } as const;
      const rows = await database.read((manager) => manager.find(TriedConfigEntity, { where, order }));
      return rows.map(({ run_hash, timeframe, start, end, sharpe, returns }) => ({
        run_hash,
        symbol,
        timeframe,
        start,
        end,
        sharpe,
        returns,
      }));
    },
    counts: (data) => database.read((manager) => countTried(manager, data)),
  };
}

export async function recordTried({ manager, now }: Transaction, tried: readonly TriedConfig[]): Promise<void> {
  for (let from = 0; from < tried.length; from += AT_ONCE) {
    const rows = tried.slice(from, from + AT_ONCE).map((each) => ({ ...each, created_at: now }));
    await manager.createQueryBuilder().insert().into(TriedConfigEntity).values(rows).orIgnore().updateEntity(false).execute();
  }
}
