import { MANIFEST } from '@projecta/artifacts';
import { ProjectaError, quote } from '@projecta/errors';
import type { Stats } from 'node:fs';
import { lstat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { namesIn } from './read-run-folder.js';
import { removeWhole } from './temporary.js';

const HASH = /^[0-9a-f]{64}$/;
const PREFIX = /^[0-9a-f]{8,64}$/;

/** A run in the store. */
export interface StoredRun {
  readonly run_hash: string;
  readonly folder: string;
  /** When its manifest was written, epoch ms: for listing only, no hashed file holds it. */
  readonly written_at: number;
}

/** Where the runs are: `<home>/runs`. */
export function runsFolder(home: string): string {
  return join(home, 'runs');
}

/** Where a run is: `<home>/runs/<run_hash>`. Throws NOT_ALLOWED for what is no run_hash. */
export function runFolder(home: string, runHash: string): string {
  if (!HASH.test(runHash)) throw new ProjectaError('NOT_ALLOWED', `${quote(runHash)} is no run_hash; it has 64 of the digits 0–9 and a–f.`);
  return join(runsFolder(home), runHash);
}

/** The runs in the store, newest first, then by hash; folders without a manifest are none. */
export async function listRuns(home: string): Promise<StoredRun[]> {
  const runs = await storedRuns(home, () => true);
  return runs.sort((a, b) => b.written_at - a.written_at || (a.run_hash < b.run_hash ? -1 : 1));
}

/**
 * The folder of the run with a hash, or with the only one that begins with a prefix of 8 digits or more: what a server asks.
 * Throws RUN_NOT_FOUND and AMBIGUOUS_PREFIX.
 */
export async function findRun(home: string, prefix: string): Promise<string> {
  const matches = await runsWith(home, prefix);
  if (matches.length === 1) return matches[0]!.folder;
  if (matches.length > 1) throw ambiguous(prefix, matches);
  throw new ProjectaError(
    'RUN_NOT_FOUND',
    `There is no run ${quote(prefix)} in ${quote(runsFolder(home))}. Give a run_hash, or at least 8 digits of its start.`,
  );
}

/**
 * The same, or the folder at a path where there is no such run: what a command line asks. It reads any path it is given.
 * Throws RUN_NOT_FOUND and AMBIGUOUS_PREFIX.
 */
export async function resolveRun(home: string, hashOrPath: string): Promise<string> {
  const matches = await runsWith(home, hashOrPath);
  const folder = resolve(hashOrPath);
  if (matches.length > 0 || !(await statusOf(folder, MANIFEST))) return findRun(home, hashOrPath);
  return folder;
}

/** Removes a run from the store in one step, so that no half of it is ever there. False where there was none. */
export async function removeRun(home: string, runHash: string, owner = 'run'): Promise<boolean> {
  const folder = runFolder(home, runHash);
  if (!(await namesIn(folder))) return false;
  await removeWhole(folder, { parent: runsFolder(home), name: runHash, owner });
  return true;
}

async function runsWith(home: string, prefix: string): Promise<StoredRun[]> {
  return PREFIX.test(prefix) ? storedRuns(home, (hash) => hash.startsWith(prefix)) : [];
}

async function storedRuns(home: string, isWanted: (hash: string) => boolean): Promise<StoredRun[]> {
  const hashes = ((await namesIn(runsFolder(home))) ?? []).filter((name) => HASH.test(name) && isWanted(name));
  const runs = await Promise.all(hashes.map((hash) => storedRun(home, hash)));
  return runs.filter((run) => run !== undefined);
}

async function storedRun(home: string, run_hash: string): Promise<StoredRun | undefined> {
  const folder = runFolder(home, run_hash);
  const status = await statusOf(folder, MANIFEST);
  return status && { run_hash, folder, written_at: status.mtimeMs };
}

/** Of a plain file; a link is none. */
async function statusOf(folder: string, name: string): Promise<Stats | undefined> {
  const status = await lstat(join(folder, name)).catch(() => undefined);
  return status?.isFile() ? status : undefined;
}

function ambiguous(prefix: string, matches: readonly StoredRun[]): ProjectaError {
  const hashes = matches.map(({ run_hash }) => run_hash).sort();
  return new ProjectaError(
    'AMBIGUOUS_PREFIX',
    `${quote(prefix)} begins ${matches.length} run_hashes; give more digits: ${hashes.slice(0, 5).join(', ')}${hashes.length > 5 ? ', …' : ''}.`,
  );
}
