import { cleanTemporary, removeRun, runsFolder } from '@projecta/artifacts/node';
import type { KeptFiles, Store } from '@projecta/persistence';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { datasetsFolder, discardDataSet, placedAs, removeDataSetFile, TEMPORARY_DATA } from './data/data-set-files.js';
import type { Home } from './open-home.js';
import { isOwnerAlive } from './process-owner.js';

/** What a repair found to do. */
export interface Repaired {
  /** run_hashes of runs whose process is gone: they are queued again. */
  readonly queued: readonly string[];
  /** Files and folders that were left over: they are removed. */
  readonly removed: readonly string[];
}

type Place = Pick<Home, 'folder' | 'artifacts' | 'store' | 'owner'>;

/**
 * Puts files and rows in step after a crash: runs whose process is gone are queued again, half-written files and what no row needs go.
 * Safe beside other processes: what they are writing is theirs as long as they live, and what is in place is judged under the write lock.
 * Runs and candles that this home's database never heard of stay: they belong to another database, and it may come back.
 */
export async function repairHome(home: Place): Promise<Repaired> {
  const { folder, artifacts, store } = home;
  const queued = await store.runs.recover((of) => isOwnerAlive(of));
  const temporary = await cleanTemporary(runsFolder(artifacts), (of) => !isOwnerAlive(of));
  const staged = await deadStages(datasetsFolder(folder));
  const orphans = await store.whileLocked(async (kept) => [
    ...(await removeOrphanRuns(home, kept)),
    ...(await removeOrphanData(folder, staged, kept)),
  ]);
  for (const path of staged) await discardDataSet({ temporary: path });
  return { queued, removed: [...temporary, ...staged, ...orphans] };
}

/** Folders of runs that have none, as their rows or the ledger say. */
async function removeOrphanRuns({ artifacts, store, owner }: Place, kept: KeptFiles): Promise<string[]> {
  const removed: string[] = [];
  for (const run_hash of await names(runsFolder(artifacts))) {
    if (!/^[0-9a-f]{64}$/.test(run_hash) || kept.runs.has(run_hash) || !(await isKnown(store, run_hash))) continue;
    if (await removeRun(artifacts, run_hash, owner)) removed.push(run_hash);
  }
  return removed;
}

async function isKnown({ runs, sweeps, ledger }: Store, run_hash: string): Promise<boolean> {
  const row = (await runs.find(run_hash)) ?? (await sweeps.find(run_hash));
  return row !== undefined || (await ledger.ofRun(run_hash)).length > 0;
}

/** Candles that took their place, and whose rows were not written any more. */
async function removeOrphanData(home: string, staged: readonly string[], kept: KeptFiles): Promise<string[]> {
  const placed = await Promise.all(staged.map(placedAs));
  const orphans = placed.filter((file) => file !== undefined && !kept.datasets.has(file)) as string[];
  for (const file of orphans) await removeDataSetFile(home, file);
  return orphans;
}

/** Hidden paths of candles whose process is gone. */
async function deadStages(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const hidden = entries.filter((entry) => entry.isFile() && entry.name.startsWith(TEMPORARY_DATA)).map(({ name }) => name); // no symbol's folder
  const dead = hidden.filter((name) => !isOwnerAlive(name.slice(TEMPORARY_DATA.length).split('-')[0] ?? ''));
  return [...new Set(dead.map((name) => join(folder, name.replace(/\.placing$/, ''))))];
}

async function names(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => []);
}
