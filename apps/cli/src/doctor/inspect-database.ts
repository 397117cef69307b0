import { openStore } from '@projecta/persistence';

/** How far an inspection came, told step by step, since a large or held database takes its time. */
export type InspectionStep =
  | { readonly step: 'opened' }
  | { readonly step: 'written' }
  | { readonly step: 'checked'; readonly problems: readonly string[] }
  | { readonly step: 'failed'; readonly message: string };

/** Opens a database, writes and flushes a row, and reads all of it; throws nothing. */
export async function inspectDatabase(file: string, tell: (step: InspectionStep) => void): Promise<void> {
  try {
    const store = await openStore({ file });
    tell({ step: 'opened' });
    try {
      await store.check();
      tell({ step: 'written' });
      tell({ step: 'checked', problems: await store.integrity() });
    } finally {
      await store.close();
    }
  } catch (error) {
    tell({ step: 'failed', message: error instanceof Error ? error.message : String(error) });
  }
}
