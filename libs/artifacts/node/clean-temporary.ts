import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { TEMPORARY } from './temporary.js';

/**
 * Removes the unfinished folders a crash left in `parent`, and returns their names.
 * `isLeft` is asked with the owner that a name holds; without it all go, which is for a start-up when nobody writes there.
 */
export async function cleanTemporary(parent: string, isLeft: (owner: string) => boolean = () => true): Promise<string[]> {
  const entries = await readdir(parent, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const names = entries.filter((entry) => entry.isDirectory() && entry.name.startsWith(TEMPORARY)).map((entry) => entry.name);
  const left = names.filter((name) => isLeft(ownerOf(name)));
  await Promise.all(left.map((name) => rm(join(parent, name), { recursive: true, force: true })));
  return left;
}

function ownerOf(name: string): string {
  return name.slice(TEMPORARY.length).split('-')[0] ?? '';
}
