import { checkArtifactName, MANIFEST, readManifest, type Manifest } from '@projecta/artifacts';
import { ProjectaError, quote, suggestion } from '@projecta/errors';
import { constants } from 'node:fs';
import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** A run's files as they lie in a folder. */
export interface RunFolder {
  readonly folder: string;
  /** Every name in the folder, sorted, whatever it is. */
  readonly names: readonly string[];
  readonly manifest: Manifest;
  /** A file's bytes, unverified. Throws ARTIFACT_NOT_FOUND, and NOT_ALLOWED for what is no artifact's name. */
  read(name: string): Promise<Uint8Array>;
}

/** Opens a run's folder. Throws RUN_NOT_FOUND where there is no manifest.json, ARTIFACT_DAMAGED where it cannot be read. */
export async function readRunFolder(folder: string): Promise<RunFolder> {
  const names = (await namesIn(folder)) ?? [];
  const bytes = await readArtifactFile(folder, MANIFEST);
  if (!bytes)
    throw new ProjectaError(
      'RUN_NOT_FOUND',
      `${quote(folder)} is no folder of a run: there is no ${MANIFEST}. Name a folder that a run was written to.`,
    );
  return {
    folder,
    names,
    manifest: readManifest(bytes),
    read: async (name) => (await readArtifactFile(folder, name)) ?? notFound(name, names),
  };
}

/** The names in a folder, sorted; undefined where there is no such folder. */
export async function namesIn(folder: string): Promise<string[] | undefined> {
  try {
    return (await readdir(folder)).sort();
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw error;
  }
}

/** The bytes of a plain file in a folder, or undefined where there is none. A link is not followed, a folder is no file. */
export async function readArtifactFile(folder: string, name: string): Promise<Uint8Array | undefined> {
  checkArtifactName(name);
  try {
    const file = await open(join(folder, name), constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
    try {
      return (await file.stat()).isFile() ? await file.readFile() : undefined;
    } finally {
      await file.close();
    }
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw error;
  }
}

function isAbsent(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR', 'ELOOP', 'EISDIR', 'ENXIO'].includes((error as NodeJS.ErrnoException).code ?? '');
}

function notFound(name: string, names: readonly string[]): never {
  throw new ProjectaError(
    'ARTIFACT_NOT_FOUND',
    `The run has no artifact ${quote(name)}.${suggestion(name, names)} It has ${names.join(', ')}.`,
  );
}
