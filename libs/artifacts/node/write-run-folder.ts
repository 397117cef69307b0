import { type Artifact, checkArtifactName } from '@projecta/artifacts';
import { ProjectaError, quote } from '@projecta/errors';
import { randomUUID } from 'node:crypto';
import { lstat, mkdir, open, readdir, rename, rm, rmdir } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { TEMPORARY } from './temporary.js';

/**
 * Writes a run's files into a folder that is absent or empty: all of them or none. They are written and flushed in a hidden sibling folder,
 * which then takes the name in one step; a crash leaves at most that sibling, which `cleanTemporary` removes.
 * Throws NOT_ALLOWED when the folder is in use or a name is no plain file name, and what the file system says; nothing is left behind then.
 */
export async function writeRunFolder(folder: string, artifacts: readonly Artifact[]): Promise<void> {
  const target = resolve(folder);
  checkNames(artifacts);
  await checkFree(target);
  const parent = dirname(target);
  await mkdir(parent, { recursive: true });
  const temporary = join(parent, `${TEMPORARY}${basename(target).slice(0, 64)}-${randomUUID()}`);
  await mkdir(temporary); // not mkdtemp: its folders are closed to the owner's group
  try {
    await writeAll(temporary, artifacts);
    await flush(temporary);
    await takeName(temporary, target);
  } catch (error) {
    await rm(temporary, { recursive: true, force: true });
    throw error;
  }
  await flush(parent);
}

function checkNames(artifacts: readonly Artifact[]): void {
  const seen = new Set<string>();
  for (const { name } of artifacts) {
    checkArtifactName(name);
    if (seen.has(name)) throw new ProjectaError('NOT_ALLOWED', `${quote(name)} is there twice; an artifact has one file.`);
    seen.add(name);
  }
}

/** A link is refused even where it points to an empty folder: what is written must be where the caller said. */
async function checkFree(target: string): Promise<void> {
  const status = await lstat(target).catch(() => undefined);
  if (!status) return;
  if (!status.isDirectory()) throw inUse(target, 'it is no folder');
  if ((await readdir(target)).length > 0) throw inUse(target, 'it is not empty');
}

/** At once, so that the disk may flush them together; one failure is thrown after all have ended. */
async function writeAll(folder: string, artifacts: readonly Artifact[]): Promise<void> {
  const results = await Promise.allSettled(artifacts.map(({ name, bytes }) => writeFlushed(join(folder, name), bytes)));
  const failed = results.find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
}

async function writeFlushed(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o644);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** POSIX renames over an empty folder and refuses a full one; Windows refuses both, so an empty one goes first. */
async function takeName(temporary: string, target: string): Promise<void> {
  if (process.platform === 'win32') await rmdir(target).catch(() => undefined);
  try {
    await rename(temporary, target);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOTEMPTY' || code === 'EEXIST' || code === 'ENOTDIR') throw inUse(target, 'something was written there meanwhile');
    throw error;
  }
}

/** Folders cannot be flushed on Windows, where renames are journalled. */
async function flush(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function inUse(target: string, why: string): ProjectaError {
  return new ProjectaError('NOT_ALLOWED', `The folder ${quote(target)} cannot take a run: ${why}. Name one that is absent or empty.`);
}
