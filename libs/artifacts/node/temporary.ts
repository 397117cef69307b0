import { mkdir, rename, rm } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';

/** How the names of unfinished folders begin. */
export const TEMPORARY = '.tmp-';

/** A new, empty, hidden folder in `parent`, which `cleanTemporary` knows again; `owner` says whose it is. */
export async function temporaryFolder(parent: string, owner: string): Promise<string> {
  const folder = join(parent, `${TEMPORARY}${owner}-${randomUUID()}`);
  await mkdir(parent, { recursive: true });
  await mkdir(folder); // not mkdtemp: its folders are closed to the owner's group
  return folder;
}

/** Moves a folder into a hidden one beside it, in one step, and removes it there: no half of it is ever to be seen. */
export async function removeWhole(folder: string, { parent, name, owner }: { parent: string; name: string; owner: string }): Promise<void> {
  const grave = await temporaryFolder(parent, owner);
  await rename(folder, join(grave, name));
  await rm(grave, { recursive: true, force: true });
}
