import { constants } from 'node:fs';
import { access, stat, statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { formatNumber } from '../print/format-number.js';
import { failed, type Finding, noted, passed, unknown } from './finding.js';

/** Below the first nothing can be kept; below the second it will not go on for long. A small run takes 1 MB, a large one 100. */
const NEEDED_BYTES = 100e6;
const COMFORTABLE_BYTES = 1e9;

/** Whether a folder, which may be made yet, can be written to and has room. */
export async function disk(folder: string): Promise<Finding> {
  const problem = await writeProblem(folder);
  if (problem !== undefined) return problem;
  const at = await nearest(folder);
  const free = await statfs(at).then(
    ({ bavail, bsize }) => bavail * bsize,
    () => undefined,
  );
  if (free === undefined) return unknown(`the system does not tell how much room ${at} has`);
  return roomFinding(free, at === folder ? folder : `${folder}, which will be made`);
}

/** What so many free bytes at a place mean. */
export function roomFinding(free: number, place: string): Finding {
  const found = `${formatBytes(free)} free at ${place}`;
  const remedy = 'Free some space, lower PROJECTA_RETENTION, or set PROJECTA_HOME to a folder on another disk.';
  if (free < NEEDED_BYTES) return failed(found, remedy);
  return free < COMFORTABLE_BYTES ? noted(found, remedy) : passed(found);
}

/** Why a folder cannot be written to or made, if so. */
export async function writeProblem(folder: string): Promise<Finding | undefined> {
  const at = await nearest(folder);
  const remedy = 'Make it writable for this user, or set PROJECTA_HOME to another folder.';
  try {
    if (!(await stat(at)).isDirectory()) return failed(`${at} is no folder`, 'Move it away, or set PROJECTA_HOME to another folder.');
    await access(at, constants.W_OK | constants.X_OK);
    return undefined;
  } catch (error) {
    return failed(`${at} cannot be written to (${(error as NodeJS.ErrnoException).code})`, remedy);
  }
}

/** The path itself, or the nearest above it that exists. */
async function nearest(path: string): Promise<string> {
  for (let at = path; ; at = dirname(at)) {
    if (at === dirname(at)) return at;
    const isThere = await stat(at).then(
      () => true,
      ({ code }: NodeJS.ErrnoException) => code !== 'ENOENT' && code !== 'ENOTDIR',
    );
    if (isThere) return at;
  }
}

/** `1.2 GB`, `340 MB`, `12 kB`. */
export function formatBytes(bytes: number): string {
  if (bytes >= 1e9) return `${formatNumber(bytes / 1e9, 1)} GB`;
  return bytes >= 1e6 ? `${formatNumber(bytes / 1e6, 0)} MB` : `${formatNumber(Math.ceil(bytes / 1e3), 0)} kB`;
}
