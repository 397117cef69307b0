import type { Artifact } from '@projecta/artifacts';
import { lstat, readdir, rmdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { inUse, stageRun } from './stage-run.js';

/**
 * Writes a run's files into a folder that is absent or empty: all of them or none.
 * Throws NOT_ALLOWED when the folder is in use or a name is no plain file name, and what the file system says; nothing is left behind then.
 */
export async function writeRunFolder(folder: string, artifacts: readonly Artifact[]): Promise<void> {
  const target = resolve(folder);
  await checkFree(target);
  const staged = await stageRun(target, artifacts);
  try {
    if (process.platform === 'win32') await rmdir(target).catch(() => undefined); // it renames over nothing, not even an empty folder
    await staged.place();
  } catch (error) {
    await staged.discard();
    throw error;
  }
}

/** A link is refused even where it points to an empty folder: what is written must be where the caller said. */
async function checkFree(target: string): Promise<void> {
  const status = await lstat(target).catch(() => undefined);
  if (!status) return;
  if (!status.isDirectory()) throw inUse(target, 'it is no folder');
  if ((await readdir(target)).length > 0) throw inUse(target, 'it is not empty');
}
