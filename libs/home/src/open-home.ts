import { runsFolder } from '@projecta/artifacts/node';
import { ProjectaError } from '@projecta/errors';
import type { Store } from '@projecta/persistence';
import { existsSync } from 'node:fs';
import { access, constants, mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type DataSets, dataSetsOf } from './data/data-sets.js';
import { datasetsFolder } from './data/data-set-files.js';
import { processOwner } from './process-owner.js';
import { repairHome } from './repair-home.js';
import type { Settings } from './settings.js';

/** Where the parts of a home are. */
export type HomeSettings = Pick<Settings, 'home' | 'databaseFile' | 'artifacts'>;

/** A PROJECTA_HOME: database, runs' folders and data sets, which any number of processes may have open. */
export interface Home {
  /** Of the database and the data sets; absolute. */
  readonly folder: string;
  /** Whose `runs` holds the artifacts. */
  readonly artifacts: string;
  readonly store: Store;
  readonly dataSets: DataSets;
  /** This process, as others can ask after it. */
  readonly owner: string;
  close(): Promise<void>;
}

/** The home of these settings, or null where none has been made: for what only reads, and must leave nothing behind. Throws STORAGE_UNAVAILABLE. */
export async function homeIfThere(settings: HomeSettings): Promise<Home | null> {
  return existsSync(settings.databaseFile) ? openHome(settings) : null;
}

/** Opens a home, which is made where there is none, and repairs what a crash left. Throws STORAGE_UNAVAILABLE. */
export async function openHome(settings: HomeSettings): Promise<Home> {
  const { home: folder, artifacts, databaseFile } = settings;
  await makeFolder(dirname(databaseFile));
  await makeFolder(runsFolder(artifacts));
  await makeFolder(datasetsFolder(folder));
  const { openStore } = await import('./open-store.js'); // a third of the start of commands that need no store
  const store = await openStore({ file: databaseFile });
  const home: Home = { folder, artifacts, store, dataSets: dataSetsOf(folder, store), owner: processOwner(), close: () => store.close() };
  try {
    await repairHome(home);
  } catch (error) {
    await store.close();
    throw error;
  }
  return home;
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const message = `The folder ${folder} cannot be written to (${code}). Make it a writable folder, or set PROJECTA_HOME to another one.`;
    throw new ProjectaError('STORAGE_UNAVAILABLE', message, [], { cause: error });
  }
}
