import { join } from 'node:path';
import { openStore, type Store } from '../open-store.js';
import { temporaryFolder } from './temporary-folder.js';

/** An empty store in a file of its own, whose clock shows 1,000, 1,001, … at each transaction; `drop` closes and removes it. */
export async function temporaryStore(): Promise<{ readonly store: Store; readonly file: string; readonly drop: () => Promise<void> }> {
  const { folder, remove } = temporaryFolder();
  const file = join(folder, 'projecta.db');
  let now = 1_000;
  const store = await openStore({ file, clock: () => now++ });
  const drop = async (): Promise<void> => {
    await store.close();
    remove();
  };
  return { store, file, drop };
}
