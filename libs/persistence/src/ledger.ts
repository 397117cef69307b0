import { ProjectaError } from '@projecta/errors';
import { canonicalJson, jsonSha256, type JsonValue } from '@projecta/hashing';
import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { Database, Transaction } from './database.js';
import { LedgerEntity } from './entities/ledger-entity.js';
import { checkedPage, type Page, pageOf, type PageRequest } from './page.js';
import type { JsonObject } from './run-event.js';

/** A manifest in its place in the chain. */
export interface SealedManifest {
  readonly run_hash: string;
  readonly chain_prev: string | null;
  readonly manifest_hash: string;
}

/** A link of the chain. */
export interface LedgerEntry {
  /** From 1, without a gap. */
  readonly sequence: number;
  readonly manifest_hash: string;
  readonly run_hash: string;
  readonly chain_prev: string | null;
  readonly manifest: JsonObject;
  readonly completed_at: number;
}

/** Which way a list of the chain goes: `asc` from the first link on, `desc` from the last one back. */
export const LEDGER_ORDERS = ['asc', 'desc'] as const;

/** Which part of the chain is wanted: `asc` when `order` is left out, the order in which a chain is verified. */
export interface LedgerRequest extends PageRequest {
  readonly order?: (typeof LEDGER_ORDERS)[number] | undefined;
}

/** The chain of all manifests ever sealed, whatever became of their runs. */
export interface Ledger {
  /** manifest_hash of the last link; null where there is none. */
  head(): Promise<string | null>;
  /** Throws VALIDATION_FAILED, also for a cursor of the other order. */
  list(request?: LedgerRequest): Promise<Page<LedgerEntry>>;
  byManifest(manifest_hash: string): Promise<LedgerEntry | undefined>;
  /** Every link of a run, oldest first: more than one where it was pruned or removed and computed again. */
  ofRun(run_hash: string): Promise<LedgerEntry[]>;
  count(): Promise<number>;
}

export function ledgerOf(database: Database): Ledger {
  return {
    head: () => database.read(chainHead),
    async list({ order = 'asc', ...request } = {}) {
      const { limit, after } = checkedPage(request, ([way, sequence, ...more]) => {
        return way === order && Number.isSafeInteger(sequence) && more.length === 0;
      });
      const rows = await database.read((manager) => {
        const query = manager
          .createQueryBuilder(LedgerEntity, 'entry')
          .orderBy('entry.sequence', order === 'desc' ? 'DESC' : 'ASC')
          .limit(limit + 1);
        if (after) query.where(`entry.sequence ${order === 'desc' ? '<' : '>'} :after`, { after: after[1] });
        return query.getMany();
      });
      return pageOf({ rows, limit, item: toEntry, key: ({ sequence }) => [order, sequence] });
    },
    async byManifest(manifest_hash) {
      const entry = await database.read((manager) => manager.findOneBy(LedgerEntity, { manifest_hash }));
      return entry ? toEntry(entry) : undefined;
    },
    async ofRun(run_hash) {
      const rows = await database.read((manager) => manager.find(LedgerEntity, { where: { run_hash }, order: { sequence: 'ASC' } }));
      return rows.map(toEntry);
    },
    count: () => database.read((manager) => manager.count(LedgerEntity)),
  };
}

export async function chainHead(manager: EntityManager): Promise<string | null> {
  const [last] = await manager.find(LedgerEntity, {
    select: { manifest_hash: true, sequence: true },
    order: { sequence: 'DESC' },
    take: 1,
  });
  return last?.manifest_hash ?? null;
}

/** Adds a link for good, so what it claims is checked first. Throws INTERNAL for a manifest of another run, another place, or another hash. */
export async function appendToLedger(
  { manager, now }: Transaction,
  { manifest, chain_prev, run_hash }: { readonly manifest: SealedManifest; readonly chain_prev: string | null; readonly run_hash: string },
): Promise<void> {
  const { manifest_hash, ...unsealed } = manifest;
  const isSound =
    manifest.run_hash === run_hash &&
    manifest.chain_prev === chain_prev &&
    manifest_hash === jsonSha256(unsealed, (bytes) => createHash('sha256').update(bytes).digest('hex'));
  if (!isSound) {
    throw new ProjectaError(
      'INTERNAL',
      `The manifest of run ${run_hash} does not fit behind the last one of the chain, or its hash is wrong.`,
    );
  }
  await manager.insert(LedgerEntity, { manifest_hash, run_hash, chain_prev, manifest: canonicalJson(manifest), completed_at: now });
}

function toEntry({ sequence, manifest_hash, run_hash, chain_prev, manifest, completed_at }: LedgerEntity): LedgerEntry {
  const parsed = JSON.parse(manifest) as { [key: string]: JsonValue };
  return { sequence, manifest_hash, run_hash, chain_prev, manifest: parsed, completed_at };
}
