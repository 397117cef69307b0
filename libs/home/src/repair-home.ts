import { cleanTemporary, removeRun, runsFolder } from '@projecta/artifacts/node';
import { readdir, rm, rmdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { datasetsFolder, TEMPORARY_DATA } from './data/data-set-files.js';
import type { Home } from './open-home.js';
import { isOwnerAlive } from './process-owner.js';

/** What a repair found to do. */
export interface Repaired {
  /** run_hashes of runs whose process is gone: they are queued again. */
  readonly queued: readonly string[];
  /** Files and folders that no row speaks of: they are removed. */
  readonly removed: readonly string[];
}

/**
 * Puts files and rows in step after a crash: runs whose process is gone are queued again, half-written files and what no row speaks of go.
 * Safe beside other processes: what they are writing is theirs as long as they live, and what is in place is judged under the write lock.
 */
export async function repairHome(home: Pick<Home, 'folder' | 'artifacts' | 'store' | 'owner'>): Promise<Repaired> {
  const { folder, artifacts, store, owner } = home;
  const queued = await store.runs.recover((of) => isOwnerAlive(of));
  const isLeft = (of: string): boolean => !isOwnerAlive(of);
  const temporary = await cleanTemporary(runsFolder(artifacts), isLeft);
  const data = await cleanTemporaryData(datasetsFolder(folder), isLeft);
  const orphans = await store.whileLocked(async (kept) => {
    const runs = (await names(runsFolder(artifacts))).filter((name) => /^[0-9a-f]{64}$/.test(name) && !kept.runs.has(name));
    for (const run_hash of runs) await removeRun(artifacts, run_hash, owner);
    const files = (await filesIn(datasetsFolder(folder))).filter((file) => !kept.datasets.has(file));
    for (const file of files) await rm(join(datasetsFolder(folder), file), { force: true });
    return [...runs, ...files];
  });
  return { queued, removed: [...temporary, ...data, ...orphans] };
}

async function cleanTemporaryData(folder: string, isLeft: (owner: string) => boolean): Promise<string[]> {
  const left = (await names(folder)).filter(
    (name) => name.startsWith(TEMPORARY_DATA) && isLeft(name.slice(TEMPORARY_DATA.length).split('-')[0] ?? ''),
  );
  for (const name of left) await rm(join(folder, name), { force: true, recursive: true });
  return left;
}

/** The files two folders down (SYMBOL/TIMEFRAME/FILE), as rows name them; empty folders go. */
async function filesIn(root: string): Promise<string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  for (const entry of entries) if (entry.isDirectory()) await rmdir(join(entry.parentPath, entry.name)).catch(() => undefined);
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith(TEMPORARY_DATA))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'));
}

async function names(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => []);
}
