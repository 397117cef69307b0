import { type ListedRun, openStore, type Store } from '@projecta/persistence';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Does `work` with the store of a home that others may have open. */
export async function withStore<T>(home: string, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore({ file: join(home, 'projecta.db') });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/** The first run of a home, once it stands in a stage; looks ten times a second. Rejects after 30 s. */
export async function runInStage(home: string, stage: string): Promise<ListedRun> {
  for (let looks = 0; looks < 300; looks++) {
    const found = existsSync(join(home, 'projecta.db')) ? await withStore(home, (store) => inStage(store, stage)) : undefined;
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`No run came to ${stage} within 30 s.`);
}

async function inStage(store: Store, stage: string): Promise<ListedRun | undefined> {
  return (await store.runs.list({ status: 'running' })).items.find((run) => run.stage === stage);
}
