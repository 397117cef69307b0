import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { TEMPORARY } from './temporary.js';

/** Removes the unfinished folders a crash left in `parent`, and returns their names. For a start-up, when nobody writes there. */
export async function cleanTemporary(parent: string): Promise<string[]> {
  const entries = await readdir(parent, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const names = entries.filter((entry) => entry.isDirectory() && entry.name.startsWith(TEMPORARY)).map((entry) => entry.name);
  await Promise.all(names.map((name) => rm(join(parent, name), { recursive: true, force: true })));
  return names;
}
