import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Files that are compiled, and are no part of the program. */
const BESIDE = /\.(spec|bench|twin)\.ts$/;

/** Names, times and sizes of the sources in folders as one text: it differs when a source was written, added or removed. */
export async function sourceState(folders: readonly string[]): Promise<string> {
  const states = await Promise.all(folders.map(stateOf));
  return states.flat().join('\n');
}

async function stateOf(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  const sources = names.filter((name) => name.endsWith('.ts') && !BESIDE.test(name)).sort();
  return Promise.all(
    sources.map(async (name) => {
      const path = join(folder, name);
      const status = await stat(path).catch(() => undefined); // removed meanwhile
      return `${path} ${status?.mtimeMs ?? 0} ${status?.size ?? 0}`;
    }),
  );
}
